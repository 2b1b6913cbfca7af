"""A dataset of three sentences without a fault, and the ways to put one in and to read what is said of it."""

import copy
import csv
import io
import json

import pytest

from data.load import FOLDER, DatasetError, load

STATEMENT = """---
date: '2001-02-03'
source_url: https://example.org/statement
title: "North\\u2019s and South\\u2019s\\_Statement"
---

North and South share a *vision* of peace. North will pay $5 million in
2001 for a bridge in Midtown.

**Trade**

South will open its ports by 2002, as the Harbour Pact asks.
"""

CODES = {
    "theme": ["peace", "trade"],
    "speech_act": ["commissive", "assertive"],
    "actor": ["north", "south"],
    "strength": ["done", "committed"],
    "basis": ["new", "policy"],
    "place_kind": ["country", "city"],
    "role": ["topic", "venue"],
    "body_kind": ["agreement"],
    "date_kind": ["past", "deadline"],
    "precision": ["day", "month", "year"],
    "confidence": ["high", "medium"],
}

VISION = "North and South share a vision of peace."
BRIDGE = "North will pay $5 million in 2001 for a bridge in Midtown."
PORTS = "South will open its ports by 2002, as the Harbour Pact asks."

TABLES_WITHOUT_FAULT = {
    "codes": "facet,code,label,definition,order,colour,icon\n"
    + "".join(
        f"{facet},{code},{code.title()},What it covers.,{order},#1a2b3c,shield\n"
        for facet, codes in CODES.items()
        for order, code in enumerate(codes, start=1)
    ),
    "passages": f"""passage_id,paragraph,sentence,section,text,theme,speech_act,actor
p01.s1,1,1,,{VISION},peace,assertive,north
p01.s2,1,2,,{BRIDGE},peace,commissive,north
p02.s1,2,1,Trade,"{PORTS}",trade,commissive,south
""",
    "secondary_themes": """passage_id,theme
p01.s2,trade
p02.s1,peace
""",
    "second_coding": """passage_id,theme,speech_act,actor
p01.s1,peace,assertive,south
p01.s2,trade,commissive,north
""",
    "commitments": """commitment_id,passage_id,title,actor,strength,names_amount,\
names_date,names_mechanism,quote
bridge,p01.s2,A bridge,north,committed,true,true,false,North will pay $5 million
ports,p02.s1,Open ports,south,committed,false,true,true,South will open its ports
""",
    "pledges": """pledge_id,passage_id,title,payer,programme,recipient,basis,amount_usd,\
period_start,period_end,caveat,quote
bridge,p01.s2,A bridge,north,,,new,5000000,2001,2001,,$5 million
ports,p02.s1,Open ports,south,,,policy,,,,,open its ports
""",
    "places": """place_id,name,short_name,kind,lon,lat,indo_pacific,mekong,\
members,definition_source,definition_url
midtown,Midtown,Midtown,city,10.5,-20,false,false,,,
north,The North,North,country,11,21.25,true,false,AAA;BBB,An atlas,https://example.org
""",
    "place_mentions": """passage_id,place_id,role,quote
p01.s2,midtown,topic,Midtown
p01.s1,north,topic,North
""",
    "bodies": """body_id,name,acronym,kind
harbour-pact,Harbour Pact,HP,agreement
other-pact,Other Pact,,agreement
""",
    "body_mentions": """passage_id,body_id,quote
p02.s1,harbour-pact,Harbour Pact
""",
    "dates": """date_id,passage_id,label,start,end,precision,kind,quote,note,source
bridge,p01.s2,A bridge,2001-01-01,2001-12-31,year,past,in 2001,,
ports,p02.s1,Open ports,2002-01-01,,year,deadline,by 2002,,
""",
    "figures": """figure_id,passage_id,label,value,bound,unit,quote
dollars,p01.s2,Dollars,5000000,over,dollars,$5 million
""",
    "terms": """term,expansion,explanation,source,source_url
HP,Harbour Pact,A pact,An encyclopaedia,https://example.org
NS,North and South,Both,The statement,
""",
    "outcomes": """outcome_id,commitment_id,pledge_id,date,precision,what,source_title,\
source_publisher,source_url,confidence
""",
    "map_views": """view,label,lon,lat,zoom,order,place_id
world,World,0,10,1.5,1,
midtown,Midtown,10.5,-20,6,2,midtown
""",
}


def described():
    """The shipped descriptor with the codes of this dataset."""
    descriptor = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        for column in resource["schema"]["fields"]:
            if "facet" in column:
                column["constraints"]["enum"] = CODES[column["facet"]]
    return descriptor


def table_path(folder, name):
    return folder / "tables" / f"{name}.csv"


def set_cell(folder, name, row, column, value):
    """Overwrite one cell; rows as a spreadsheet counts them."""
    path = table_path(folder, name)
    grid = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    grid[row - 1][grid[0].index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(grid)


def problems(folder):
    with pytest.raises(DatasetError) as caught:
        load(folder)
    return caught.value.problems


def only_problem(folder):
    (problem,) = problems(folder)
    return problem


def describe_as(folder, change):
    """Rewrite the descriptor after `change` has edited it in place."""
    descriptor = copy.deepcopy(described())
    change(descriptor)
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")


def resource(descriptor, name):
    return next(item for item in descriptor["resources"] if item["name"] == name)


def field(descriptor, table, column):
    return next(item for item in resource(descriptor, table)["schema"]["fields"] if item["name"] == column)
