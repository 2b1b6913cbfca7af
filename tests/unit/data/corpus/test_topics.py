"""The published pattern of each topic: the words it must take as a quote, and those it must leave."""

import csv
import re
import time
from pathlib import Path

import pytest

TOPICS = Path(__file__).parents[4] / "data" / "corpus" / "topics.csv"
with TOPICS.open(encoding="utf-8", newline="") as file:
    PATTERNS = {row["topic"]: row["pattern"] for row in csv.DictReader(file)}

# Topic, sentence, the first quote in it. Sentences are from the texts, shortened, in all their spellings.
FOUND = [
    (
        "extended-deterrence",
        "The U.S. extended deterrence commitment to the ROK.",
        "extended deterrence commitment",
    ),
    (
        "extended-deterrence",
        "The U.S. commitment to extend deterrence to the ROK is backed.",
        "extend deterrence",
    ),
    (
        "full-range",
        "To provide extended deterrence using its full range of capabilities.",
        "using its full range of capabilities",
    ),
    (
        "full-range",
        "The full range of U.S. defense capabilities, including nuclear.",
        "full range of U.S. defense capabilities",
    ),
    (
        "including-nuclear",
        "Its full range of capabilities, including nuclear.",
        "capabilities, including nuclear",
    ),
    (
        "including-nuclear",
        "U.S. defense capabilities, including nuclear, conventional, and missile defense capabilities.",
        "defense capabilities, including nuclear, conventional, and missile defense capabilities",
    ),
    ("nuclear-consultation", "The progress of the NCG in its first year.", "NCG"),
    (
        "nuclear-consultation",
        "Mechanisms including the Nuclear Consultative Group.",
        "Nuclear Consultative Group",
    ),
    (
        "opcon",
        "Our firm commitment to a conditions-based transition of wartime operational control.",
        "firm commitment to a conditions-based transition of wartime operational control",
    ),
    (
        "opcon",
        "Toward the transition of wartime operational control.",
        "transition of wartime operational control",
    ),
    ("cost-sharing", "A multi-year Special Measures Agreement.", "Special Measures Agreement"),
    ("cost-sharing", "A multi-year Host Nation Support agreement.", "Host Nation Support"),
    ("cost-sharing", "The next SMA.", "SMA"),
    (
        "defence-spending",
        "To increase its defense spending to 3.5% of GDP as soon as possible.",
        "defense spending to 3.5% of GDP",
    ),
    ("defence-spending", "Substantial increase of its defence budget.", "defence budget"),
    (
        "nuclear-submarines",
        "For the ROK to build nuclear-powered attack submarines.",
        "nuclear-powered attack submarines",
    ),
    (
        "denuclearization-peninsula",
        "The complete denuclearisation of the Korean Peninsula consistent with UNSCRs.",
        "complete denuclearisation of the Korean Peninsula",
    ),
    (
        "denuclearization-peninsula",
        "The complete denuclearization and establishment of permanent peace on the Korean Peninsula.",
        "complete denuclearization and establishment of permanent peace on the Korean Peninsula",
    ),
    (
        "denuclearization-dprk",
        "The complete denuclearization of the DPRK and peace and stability on the Korean Peninsula.",
        "complete denuclearization of the DPRK",
    ),
    (
        "denuclearization-dprk",
        "The complete denuclearization of the Democratic People’s Republic of Korea (DPRK).",
        "complete denuclearization of the Democratic People’s Republic of Korea (DPRK)",
    ),
    (
        "denuclearization-dprk",
        "The complete denuclearization of North Korea.",
        "complete denuclearization of North Korea",
    ),
    ("dprk-dialogue", "The path to dialogue remains open.", "path to dialogue remains open"),
    ("dprk-dialogue", "The 2018 U.S.-DPRK Singapore Summit.", "Singapore Summit"),
    (
        "un-resolutions",
        "United Nations Security Council (UNSC)resolutions.",
        "United Nations Security Council (UNSC)resolutions",
    ),
    ("un-resolutions", "Obligations under the UNSCRs.", "UNSCRs"),
    ("dprk-human-rights", "The human rights situation in the DPRK.", "human rights situation in the DPRK"),
    ("abductees", "The immediate resolution of the abductions issue.", "abductions issue"),
    ("abductees", "The issue of Japanese abductees.", "abductees"),
    ("trilateral", "U.S.-ROK-Japan trilateral cooperation.", "trilateral cooperation"),
    (
        "trilateral",
        "Close ties and cooperation among Japan, the United States, and the ROK.",
        "cooperation among Japan, the United States, and the ROK",
    ),
    ("quad", "Regional multilateralism including the Quad.", "Quad"),
    ("aukus", "The launch of AUKUS.", "AUKUS"),
    ("asean-centrality", "Support for ASEAN’s unity and centrality.", "ASEAN’s unity and centrality"),
    ("asean-centrality", "Support for ASEAN centrality and unity.", "ASEAN centrality and unity"),
    ("mekong", "Water management in the Mekong sub-region.", "Mekong sub-region"),
    ("pacific-islands", "Cooperation with Pacific Islandcountries.", "Pacific Islandcountries"),
    ("pacific-islands", "Partners in the Blue Pacific.", "Blue Pacific"),
    ("china", "Objections to China’s unlawful maritime claims.", "China’s unlawful"),
    ("china", "By the People's Republic of China (PRC).", "People's Republic of China (PRC)"),
    (
        "taiwan-strait",
        "Preserving peace and stability in the Taiwan Strait.",
        "peace and stability in the Taiwan Strait",
    ),
    ("taiwan-strait", "Our basic positions on Taiwan.", "basic positions on Taiwan"),
    (
        "taiwan-status-quo",
        "The peaceful resolution of cross-Strait issues and opposed unilateral changes to the status quo.",
        "cross-Strait issues and opposed unilateral changes to the status quo",
    ),
    ("south-china-sea", "In the East and South China Seas.", "East and South China Seas"),
    (
        "freedom-of-navigation",
        "Freedoms of navigation and overflight.",
        "Freedoms of navigation and overflight",
    ),
    (
        "russia-ukraine",
        "Russia’s brutal, unprovoked, and unjustified aggression against Ukraine.",
        "Russia’s brutal, unprovoked, and unjustified aggression against Ukraine",
    ),
    ("russia-ukraine", "Solidarity with the Ukrainian people.", "Ukrainian"),
    ("myanmar", "Safe haven to Burmese nationals.", "Burmese nationals"),
    ("money", "Its bold $4 billion contribution.", "$4 billion"),
    ("money", "A new $200M commitment.", "$200M"),
    ("money", "Scholarships, worth $500,000, to students.", "$500,000"),
    ("money", "Pledged USD $ 5.2 billion.", "USD $ 5.2 billion"),
    ("money", "More than 50 billion USD of assistance.", "50 billion USD"),
    ("money", "To AUD 29.6 million, to cover.", "AUD 29.6 million"),
    ("tariffs", "A tariff rate of 15 percent.", "tariff rate of 15 percent"),
    ("shipbuilding", "American shipbuilding industries.", "shipbuilding"),
    ("wto", "The reform of the WTO.", "reform of the WTO"),
    ("wto", "At the World Trade Organization.", "World Trade Organization"),
    (
        "supply-chains",
        "Resilient global semiconductor supply chains.",
        "Resilient global semiconductor supply chains",
    ),
    ("semiconductors", "6G technology and semi-conductors.", "semi-conductors"),
    ("semiconductors", "The supply of legacy chips.", "legacy chips"),
    ("export-controls", "Cooperation on export controls.", "export controls"),
    ("export-controls", "Careful screening of foreign investments.", "screening of foreign investments"),
    ("economic-coercion", "Economic and other forms of coercion.", "Economic and other forms of coercion"),
    ("5g-6g", "Using Open-RAN technology.", "Open-RAN"),
    ("5g-6g", "5G and 6G network architectures.", "5G"),
    ("ai", "Joint AI-driven exploration.", "AI"),
    ("ai", "To harness artiﬁcial intelligence.", "artiﬁcial intelligence"),
    ("space", "Domains, including cyber and space, to ensure.", "space"),
    ("space", "Exploration of the Moon and Mars.", "the Moon"),
    ("civil-nuclear", "Civil-nuclear cooperation.", "Civil-nuclear cooperation"),
    ("civil-nuclear", "The ROK’s civil uranium enrichment.", "uranium enrichment"),
    ("climate", "Tackling the Climate Crisis.", "Climate Crisis"),
    ("climate", "To 1.5°C above pre-industrial levels.", "1.5°"),
    (
        "net-zero",
        "To achieve net zero greenhouse gas emissions no later than 2050.",
        "net zero greenhouse gas emissions no later than 2050",
    ),
    ("net-zero", "Our 2050 net-zero targets.", "2050 net-zero"),
    (
        "coal",
        "To end public financing for new overseas coal fired power plants.",
        "public financing for new overseas coal fired power plants",
    ),
    ("vaccines", "Its pledge to COVAX AMC.", "COVAX AMC"),
    ("vaccines", "To help vaccinate the world.", "vaccinate"),
    ("health-security", "The Global Health Security Agenda.", "Global Health Security Agenda"),
    ("democracy", "Committed to democratic values.", "democratic values"),
    ("women", "Depends on women’s full participation.", "women’s full participation"),
    ("migration", "The root causes of migration from there.", "root causes of migration"),
    ("exchanges", "Our vibrant people-to-people ties.", "people-to-people ties"),
]

# Topic, a sentence that comes near and is about something else.
LEFT = [
    ("extended-deterrence", "We commit to strengthening the alliance deterrence posture."),
    ("full-range", "The ROK will apply the full range of its capabilities to the combined defense posture."),
    ("full-range", "The ROK’s full range of capabilities will contribute."),
    ("including-nuclear", "The clean electricity share, including renewables and nuclear energy."),
    ("including-nuclear", "Clean capabilities, including nuclear power."),
    ("nuclear-consultation", "They will consult closely on foreign exchange."),
    ("opcon", "Our respective command and control frameworks."),
    ("cost-sharing", "Small and smart partners; SMALL ones too."),
    ("defence-spending", "Over one-third of global gross domestic product, for defense of the ROK."),
    ("nuclear-submarines", "The upcoming visit of a U.S. nuclear ballistic missile submarine."),
    ("denuclearization-peninsula", "Denuclearization of the DPRK and peace on the Korean Peninsula."),
    (
        "denuclearization-dprk",
        "The complete denuclearization of the Korean Peninsula and the DPRK’s programs.",
    ),
    ("dprk-dialogue", "Engagement in constructive dialogue in Myanmar."),
    ("un-resolutions", "UNSC Resolution 2593 (2021), on Afghan territory."),
    ("un-resolutions", "A peaceful resolution of disputes in the UN Security Council."),
    ("dprk-human-rights", "Human rights situations in the Indo-Pacific region."),
    ("abductees", "The release of those who are detained in Myanmar."),
    ("trilateral", "Trilateral cooperation with Australia."),
    ("trilateral", "Regular U.S.-Japan-UK trilateral exercises."),
    ("quad", "Quadrilateral cooperation; the quad of a university."),
    ("aukus", "Australia, the United Kingdom, and the United States."),
    ("asean-centrality", "The ASEAN Outlook on the Indo-Pacific is of central importance."),
    ("mekong", "The people of Southeast Asia."),
    ("pacific-islands", "The Asian-American and Pacific Islander community."),
    ("pacific-islands", "Indo-Pacific voices in multilateral forums."),
    ("china", "In the South China Sea, the East China Sea and the East and South China Seas."),
    ("china", "Launching machines and chinaware."),
    ("taiwan-strait", "The Strait of Hormuz."),
    ("taiwan-status-quo", "Attempts to change the status quo in the East China Sea."),
    ("south-china-sea", "The status quo in the East China Sea."),
    ("freedom-of-navigation", "We should navigate this time; freedom of expression."),
    ("russia-ukraine", "The ongoing crisis in Europe."),
    ("myanmar", "The ASEAN Five Point Consensus."),
    ("money", "Over 1.7 million students, 3.5% of GDP, and at least one billion doses."),
    ("tariffs", "To address non-tariff barriers and customs duties."),
    ("shipbuilding", "Partnership building, green shipping, and leadership."),
    ("wto", "An inclusive, free, and fair trading system."),
    ("supply-chains", "Global COVID-19 vaccine supply."),
    ("semiconductors", "Semi-annual talks."),
    ("export-controls", "Financial sanctions and export controls against Russia."),
    ("export-controls", "Export promotion and exports of liquefied natural gas."),
    ("economic-coercion", "To change the status quo by force or coercion."),
    ("5g-6g", "Hosting the P4G Seoul Summit; Iran."),
    ("ai", "Humanitarian aid, training, AIST and Taiwan."),
    ("space", "In cyber space and cyberspace, with GE Aerospace and President Moon."),
    ("space", "Launches of space launch vehicles."),
    (
        "civil-nuclear",
        "Including nuclear, conventional, and missile defense capabilities; nuclear-powered ships.",
    ),
    ("climate", "A better investment climate, and the emissions certification process."),
    ("net-zero", "Zero-emissions vehicles (ZEVs)."),
    ("coal", "The Coalition for Disaster Resilient Infrastructure; charcoal."),
    ("vaccines", "The COVID-19 pandemic."),
    ("health-security", "The health of the oceans; an economic and energy security dialogue."),
    ("democracy", "The Democratic People’s Republic of Korea."),
    ("women", "Separated families; engendered trust."),
    ("migration", "Residents and visitors."),
    ("exchanges", "Foreign exchange market developments."),
]


def quotes(topic: str, text: str) -> list[str]:
    return [found[0] for found in re.finditer(PATTERNS[topic], text, re.IGNORECASE)]


@pytest.mark.parametrize(("topic", "sentence", "quote"), FOUND)
def test_a_pattern_takes_the_telling_words(topic, sentence, quote):
    assert quotes(topic, sentence)[:1] == [quote]


@pytest.mark.parametrize(("topic", "sentence"), LEFT)
def test_a_pattern_leaves_what_only_comes_near(topic, sentence):
    assert quotes(topic, sentence) == []


def test_each_pattern_is_tried_both_ways():
    assert {topic for topic, *_ in FOUND} == {topic for topic, _ in LEFT} == set(PATTERNS)


@pytest.mark.parametrize("topic", PATTERNS)
def test_a_pattern_never_takes_nothing_for_a_quote(topic):
    """An empty match, or one of a letter or two, would be no quote."""
    assert quotes(topic, "") == quotes(topic, "a b, c. $ - ’ 1") == []


@pytest.mark.parametrize("topic", PATTERNS)
def test_a_pattern_repeats_nothing_without_a_limit(topic):
    """So from each letter on it looks at no more than some hundred letters, however long the text."""
    assert not re.search(r"(?<!\\)[*+]|\{\d*,\}", PATTERNS[topic])


@pytest.mark.parametrize("topic", PATTERNS)
def test_a_pattern_is_quick_on_a_long_text_made_to_slow_it_down(topic):
    """Its own words again and again, cut short each time; if work were squared, this would take seconds."""
    own = [quote[:-1] for name, _, quote in FOUND if name == topic]
    started = time.process_time()
    for piece in (*own, *(f"{words} " for words in own), "a", " ", "1,", "$1", "Taiwan "):
        quotes(topic, piece * (30_000 // len(piece)))
    assert time.process_time() - started < 1
