"""The shipped dataset, and a tiny one whose answers were worked out by hand."""

import datetime
import io

import pandas as pd
import pytest

from data.load import dataset
from data.load.dataset import TABLES, Dataset, Statement

WHOLE_NUMBERS = ["order", "paragraph", "sentence", "amount_usd", "period_start", "period_end"]
YES_OR_NO = ["names_amount", "names_date", "names_mechanism"]
DAYS = ["start", "end", "date"]

TINY = {
    "codes": """facet,code,label,definition,order,colour,icon
theme,peace,Peace,No war.,1,#4558f3,dove
theme,trade,Trade,Goods.,2,#008145,ship
theme,sport,Sport,Games.,3,,
actor,north,North,It acts.,1,#2b6cb0,
actor,south,South,It acts.,2,#c2571a,
strength,done,Done,It is done.,1,,
strength,pledged,Pledged,An oath.,2,,
strength,considered,Considered,Words of hope.,3,,
basis,new,New money,New money.,1,,
basis,total_after_increase,Total,The level reached.,2,,
basis,acknowledged,Acknowledged,Existing money.,3,,
basis,increase_unstated,Increase without a figure,No figure.,4,,
basis,policy,Rule,No sum.,5,,
role,topic,Topic,About it.,1,,
role,venue,Venue,Held there.,2,,
confidence,high,High,It says so itself.,1,,
confidence,medium,Medium,A report says so.,2,,
date_kind,past,Past,Over.,1,,
date_kind,deadline,Deadline,A point to reach.,2,,
speech_act,commissive,Commissive,It binds.,1,,
speech_act,assertive,Assertive,It states.,2,,
""",
    "passages": """passage_id,paragraph,sentence,section,text,theme,speech_act,actor
p01.s1,1,1,,Peace <b>is</b> here.,peace,assertive,north
p01.s2,1,2,,Trade brings $5 and $6.,trade,commissive,north
p02.s1,2,1,Deeds: all,Ships sail.,trade,commissive,south
""",
    "second_coding": """passage_id,theme,speech_act,actor
p01.s1,peace,assertive,south
p01.s2,trade,commissive,north
p02.s1,peace,commissive,south
""",
    "commitments": """commitment_id,passage_id,title,actor,strength,\
names_amount,names_date,names_mechanism,quote
markets,p01.s2,Markets,north,done,yes,,,Trade
tariffs,p01.s2,Tariffs,south,considered,yes,yes,,$5
ships,p02.s1,Ships,south,pledged,,,,Ships
""",
    "pledges": """pledge_id,passage_id,title,payer,programme,recipient,basis,amount_usd,\
period_start,period_end,caveat,quote
fund,p01.s2,Fund,north,,,new,70000000,2001,2005,Over five years.,$5
level,p01.s2,Level,south,,,total_after_increase,110000000,2002,2003,,$6
gift,p02.s1,Gift,south,,,acknowledged,500000000,2001,2001,,Ships
rise,p02.s1,Rise,north,,,increase_unstated,,2001,2001,,sail
rule,p02.s1,Rule,north,,,policy,,,,,sail
""",
    "places": """place_id,name,short_name,kind,lon,lat,members,definition_source,definition_url
ocean,The Ocean,Ocean,area,0,0,AAA;BBB,An atlas,
bay,The Bay,Bay,area,10,0,AAA,An atlas,
town,The Town,Town,city,100,0,,,
""",
    "place_mentions": """passage_id,place_id,role,quote
p01.s1,bay,topic,Peace
p01.s2,bay,venue,Trade
p02.s1,town,topic,Ships
""",
    "dates": """date_id,passage_id,label,start,end,precision,kind,quote,note,source
first,p01.s2,First,2001-01-01,2001-12-31,year,past,Trade,,
last,p02.s1,Last,2003-01-01,,year,deadline,Ships,Not printed.,An atlas
""",
    "secondary_themes": "passage_id,theme\np01.s1,trade\n",
    "bodies": "body_id,name,acronym,kind\npact,Pact,,agreement\n",
    "body_mentions": "passage_id,body_id,quote\np01.s1,pact,Peace\n",
    "figures": "figure_id,passage_id,label,value,bound,unit,quote\nships,p02.s1,Ships,3,,ships,Ships\n",
    "terms": "term,expansion,explanation,source,source_url\nN,North,A side,-,\n",
    "outcomes": """outcome_id,commitment_id,pledge_id,date,precision,what,source_title,\
source_publisher,source_url,confidence
sailed,ships,,2001-03-01,month,They sailed.,News,A paper,https://example.org/a,high
risen,,rise,2002-04-05,day,It rose.,More news,A paper,https://example.org/b,medium
""",
    "map_views": "view,label,lon,lat,zoom,order,place_id\nworld,World,0,0,1,1,\n",
}


def table(text: str) -> pd.DataFrame:
    """CSV as a table with the dtypes that Dataset promises."""
    frame = pd.read_csv(io.StringIO(text), dtype="str", keep_default_na=False)
    for name in frame.columns.intersection(WHOLE_NUMBERS):
        frame[name] = pd.to_numeric(frame[name].replace("", None)).astype("Int64")
    for name in frame.columns.intersection(["lon", "lat", "zoom"]):
        frame[name] = frame[name].astype(float)
    for name in frame.columns.intersection(DAYS):
        frame[name] = pd.to_datetime(frame[name].replace("", None))
    for name in frame.columns.intersection(YES_OR_NO):
        frame[name] = frame[name] == "yes"
    return frame


@pytest.fixture(scope="session")
def tiny() -> Dataset:
    """Three sentences, one without a commitment. Its second sentence holds two of the three."""
    statement = Statement("A Statement", datetime.date(2001, 2, 3), "https://example.org", "")
    return Dataset(statement, {}, **{name: table(TINY[name]) for name in TABLES})


@pytest.fixture(scope="session")
def shipped() -> Dataset:
    return dataset.load()
