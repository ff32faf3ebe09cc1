package org.mentoringcommons.analytics.release;

/** Examples in the interface's document. */
final class ReleaseExamples {

    static final String JSON =
            """
            {"release": 3, "study": "spring-cohort", "studyVersion": 1, "edition": 2,
             "title": "Mentoring skills after workshops", "purpose": "The national figures of 2026",
             "frozenAt": "2026-09-02T08:00:00Z", "population": "consented",
             "cells": [{"cell": {"mode": "online"}, "section": "gains", "measure": "communication", "origin": 3,
                        "figures": [{"measure": "n", "value": "41", "status": "shown"},
                                    {"measure": "w_plus", "value": null, "status": "suppressed"}]}]}""";

    static final String CSV =
            """
            section,row,measure,value,n,numerator,denominator,lower,upper,method,version,status,reason,study,study_version,release,origin,hub,kind,mode,hours,curriculum,stage,period
            gains,communication,mean_gain,0.7,41,,,0.4,1.0,publication cube,1.0,shown,,spring-cohort,1,3,3,,,online,,,,
            gains,communication,w_plus,,,,,,,publication cube,1.0,suppressed,,spring-cohort,1,3,,,,online,,,,
            """;

    private ReleaseExamples() {}
}
