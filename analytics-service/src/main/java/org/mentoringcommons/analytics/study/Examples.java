package org.mentoringcommons.analytics.study;

/** Bodies shown in the OpenAPI document. */
final class Examples {

    private static final String DECLARATION =
            """
             "title": "Mentoring skills after half-day workshops",
             "purpose": "Whether half a day of training changes mentoring skills, for the annual evaluation",
             "inclusion": {"curricula": ["mentoring-up"], "minimumMinutes": 240, "maximumMinutes": 960,
                           "audiences": ["mentee"], "modes": ["in_person", "online"], "modules": ["communication"],
                           "minimalWorkshopSize": 3,
                           "instruments": [{"key": "skills", "version": "1"}], "from": "2026-01-01"},
             "population": "consented",
             "tables": {"workshops": [{"row": "delivered", "count": "delivered"},
                                      {"row": "too_short", "count": "excluded", "reason": "short"},
                                      {"row": "online", "count": "analysed", "mode": "online"}],
                        "participants": [{"section": "career_stage", "item": "career"}],
                        "satisfaction": [{"row": "recommend", "item": "recommend", "favourable": ["Yes"]}],
                        "coded": [{"section": "planned_changes", "item": "plans"}],
                        "gains": ["communication"], "scores": ["facilitation"],
                        "comparison": {"section": "career_comparison", "item": "career",
                                       "groups": ["Postdoc", "Graduate Student"]}},
             "groupings": [{"section": "by_mode", "by": "mode", "groups": ["in_person", "online"]}],
             "tests": ["clustered_signed_rank", "signed_rank", "brunner_munzel"],
             "family": ["communication"],
             "crosswalk": {"key": "yearly", "number": 3},
             "ahead": true, "thresholds": """;

    private static final String TEAM =
            """
             "key": "spring-cohort", "team": ["2f1c0b52-6f0e-4a0e-9f0c-0d6f6f1f7a11"],
            """;

    static final String STUDY = "{" + TEAM
            + """
             "agreement": "The institution shares the consented answers of its workshops with the study's team …",
            """
            + DECLARATION + "{\"median\": 15}}";

    static final String EDITED = "{" + DECLARATION + "{\"median\": 15}}";

    static final String SHOWN = "{" + TEAM
            + DECLARATION
            + """
            {"banded": 5, "median": 15, "spread": 20, "quartiles": 30, "exact": 100, "smallest": 11, "dissenters": 3,
             "institutions": 3}
            , "version": 1, "declaredAt": "2026-01-12T09:30:00Z",
             "declaredBy": "7a9d4f0e-1f51-4f53-8f43-2ad0c0a7d6b1", "readAt": null}""";

    static final String AGREEMENT = """
            {"agreement": 1}""";

    static final String AGREEMENT_TEXT =
            """
            {"version": 2, "text": "The institution shares the consented answers of its workshops …",
             "material": false, "publishedBy": "7a9d4f0e-1f51-4f53-8f43-2ad0c0a7d6b1",
             "publishedAt": "2026-03-01T08:00:00Z"}""";

    static final String JOINED =
            """
            {"id": "5d0c7e1a-2b7e-4a59-9a53-6f4b2f2f4c11", "study": "spring-cohort",
             "institution": "7c0f2c51-3f3b-4f0e-8a53-0f7ad9a7c1de", "agreement": 1,
             "joinedAt": "2026-03-02T10:15:00Z", "joinedBy": "f0a2c7a9-6d0e-4d0b-a2b5-5a3c1f8d9e21",
             "leftAt": null, "leftBy": null, "renewed": false, "sharing": true}""";

    private Examples() {}
}
