package org.mentoringcommons.analytics.study;

/** Bodies shown in the OpenAPI document. */
final class Examples {

    private static final String DECLARED =
            """
             "key": "spring-cohort", "title": "Mentoring skills after half-day workshops",
             "inclusion": {"curricula": ["mentoring-up"], "minimumMinutes": 240, "audiences": ["mentee"],
                           "instruments": [{"key": "skills", "version": "1"}], "from": "2026-01-01"},
             "population": "consented", "team": ["2f1c0b52-6f0e-4a0e-9f0c-0d6f6f1f7a11"],
             "tables": {"workshops": [{"row": "delivered", "count": "delivered"},
                                      {"row": "too_short", "count": "excluded", "reason": "short"},
                                      {"row": "online", "count": "analysed", "mode": "online"}],
                        "participants": [{"section": "career_stage", "item": "career"}],
                        "satisfaction": [{"row": "recommend", "item": "recommend", "favourable": ["Yes"]}],
                        "coded": [{"section": "planned_changes", "item": "plans"}],
                        "gains": ["communication"],
                        "comparison": {"section": "career_comparison", "item": "career",
                                       "groups": ["Postdoc", "Graduate Student"]}}""";

    static final String STUDY = "{" + DECLARED + "}";

    static final String SHOWN = "{" + DECLARED + ", \"declaredAt\": \"2026-01-12T09:30:00Z\"}";

    static final String AGREEMENT =
            """
            {"agreement": "Data use agreement for multi-site studies, version 2026-03"}""";

    static final String JOINED =
            """
            {"study": "spring-cohort", "institution": "7c0f2c51-3f3b-4f0e-8a53-0f7ad9a7c1de",
             "agreement": "Data use agreement for multi-site studies, version 2026-03",
             "joinedAt": "2026-03-02T10:15:00Z"}""";

    private Examples() {}
}
