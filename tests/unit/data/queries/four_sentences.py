"""Four sentences whose answers were worked out by hand, and short ways to read a table."""

import io

import pandas as pd

WHOLE_NUMBERS = ["order", "paragraph", "sentence", "amount_usd", "period_start", "period_end"]
DAYS = ["start", "end", "date"]
YES_OR_NO = ["names_amount", "names_date", "names_mechanism"]

# Codes stand out of order here, so that only `order` can bring them into it.
CODES = """facet,code,label,definition,order,colour,icon
theme,trade,Trade,Goods.,2,#222222,ship
theme,peace,Peace,No war.,1,#111111,dove
theme,sport,Sport,Games.,3,#333333,ball
actor,north,N,It acts.,1,,
actor,south,S,It acts.,2,,
actor,both,Both,They act.,3,,
strength,hoped,Hoped,Words of hope.,2,,
strength,sworn,Sworn,An oath.,1,,
basis,new,New,New money.,1,,
basis,increase_unstated,More,No figure.,2,,
basis,policy,Rule,No sum.,3,,
"""
PASSAGES = """passage_id,paragraph,sentence,section,text,theme,speech_act,actor
p01.s1,1,1,,Peace is a friend’s “gift” (and more). PEACE!,peace,assertive,both
p01.s2,1,2,,Trade brings peace – soon.,trade,commissive,north
p02.s1,2,1,Deeds,Ships will sail.,trade,commissive,both
p02.s2,2,2,Deeds,Games are played.,sport,assertive,south
"""
SECOND_CODING = """passage_id,theme,speech_act,actor
p01.s1,peace,assertive,north
p01.s2,peace,commissive,north
p02.s1,trade,commissive,both
"""
COMMITMENTS = """commitment_id,passage_id,title,actor,strength,\
names_amount,names_date,names_mechanism,quote
ships,p02.s1,Ships,both,hoped,,,,Ships
harbours,p02.s1,Harbours,north,hoped,,yes,,sail
markets,p01.s2,Markets,south,hoped,yes,yes,yes,peace
tariffs,p01.s2,Tariffs,north,sworn,yes,,,Trade
"""
PLEDGES = """pledge_id,passage_id,title,payer,programme,recipient,basis,amount_usd,\
period_start,period_end,caveat,quote
fund,p01.s2,Fund,north,,,new,10,2001,2005,,Trade
rise,p02.s1,Rise,south,,,increase_unstated,,2001,2001,,Ships
rule,p02.s1,Rule,both,,,policy,,,,,sail
grant,p02.s2,Grant,south,,,new,9,,,,Games
"""
PLACES = """place_id,name,short_name,kind,lon,lat,members
ocean,Ocean,Ocean,area,0,0,AAA;BBB;CCC
bay,Bay,Bay,area,1,1,AAA;BBB
island,Island,Island,country,2,2,AAA
town,Town,Town,city,3,3,
moon,Moon,Moon,area,4,4,AAA
"""
PLACE_MENTIONS = """passage_id,place_id,role,quote
p01.s1,bay,topic,Peace
p01.s2,bay,venue,Trade
p02.s1,bay,venue,Ships
p01.s2,ocean,topic,Trade
p01.s1,ocean,topic,Peace
p01.s2,town,topic,Trade
p01.s2,town,topic,peace
p02.s2,island,topic,Games
"""
DATES = """date_id,passage_id,label,start,end,precision,kind,quote,note,source
later,p02.s1,Later,2003-01-01,,year,window,Ships,,
race,p02.s2,Race,2002-01-01,2002-12-31,year,past,Games,Not printed.,An atlas
first,p01.s2,First,2001-01-01,2001-12-31,year,past,soon,,
"""
BODIES = """body_id,name,acronym,kind
pact,Pact,,agreement
bank,Bank,B,organisation
club,Club,,organisation
"""
BODY_MENTIONS = """passage_id,body_id,quote
p01.s1,pact,Peace
p02.s1,pact,Ships
p01.s2,pact,Trade
p01.s2,bank,Trade
"""
TERMS = """term,expansion,explanation,source
GTA,Great Trade Act,An act,-
S.T.,Sea trade,By ship,-
C&D,Cut (and dry),Ready,-
"""
REST = {
    "secondary_themes": "passage_id,theme\np01.s1,trade\np02.s2,peace\n",
    "figures": "figure_id,passage_id,label,value,bound,unit,quote\nships,p02.s1,Ships,3,,ships,Ships\n",
    "outcomes": """outcome_id,commitment_id,pledge_id,date,what
both,ships,fund,2003-01-01,Later
money,,rise,2001-01-01,First
""",
    "map_views": "view,label,lon,lat,zoom,order\nworld,World,0,0,1,1\n",
}
TEXTS = REST | {
    "codes": CODES,
    "passages": PASSAGES,
    "second_coding": SECOND_CODING,
    "commitments": COMMITMENTS,
    "pledges": PLEDGES,
    "places": PLACES,
    "place_mentions": PLACE_MENTIONS,
    "bodies": BODIES,
    "body_mentions": BODY_MENTIONS,
    "dates": DATES,
    "terms": TERMS,
}


def table(text: str) -> pd.DataFrame:
    """CSV as a table with the dtypes that Dataset promises."""
    frame = pd.read_csv(io.StringIO(text), dtype="str", keep_default_na=False)
    for name in frame.columns.intersection(WHOLE_NUMBERS):
        frame[name] = pd.to_numeric(frame[name].replace("", None)).astype("Int64")
    for name in frame.columns.intersection(DAYS):
        frame[name] = pd.to_datetime(frame[name].replace("", None))
    for name in frame.columns.intersection(YES_OR_NO):
        frame[name] = frame[name] == "yes"
    return frame


def records(table: pd.DataFrame, *columns: str) -> list[tuple]:
    return list(table[list(columns)].itertuples(index=False, name=None))


def ids(table: pd.DataFrame, column: str = "passage_id") -> list[str]:
    return table[column].tolist()
