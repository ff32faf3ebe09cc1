package org.mentoringcommons.analytics.report;

/** Examples for the API description. */
final class ReportExamples {

    static final String JSON =
            """
            {"study": "spring-cohort", "version": 1, "title": "Mentoring skills after half-day workshops",
             "declaredAt": "2026-02-01T09:00:00Z", "population": "consented",
             "watermark": "9b2f1c0e5a7d4e6f8a0b1c2d3e4f5a6b", "institutions": 14,
             "sections": [{"section": "satisfaction", "title": "Satisfaction", "rows": [
               {"row": "recommend", "measures": [{"measure": "percent", "value": 80.92485549132948, "n": 173,
                "numerator": 140, "denominator": 173, "lower": 74.4270149321, "upper": 86.0806423197,
                "status": "shown", "method": "Wilson score interval", "version": "1.0"}]}]}]}
            """;

    static final String CSV =
            """
            section,row,measure,value,n,numerator,denominator,lower,upper,method,version,status,reason,study,study_version,watermark
            workshops,analysed,count,26,62,,,,,,,shown,,spring-cohort,1,9b2f1c0e5a7d4e6f8a0b1c2d3e4f5a6b
            gains,communication,gain,0.75,160,,,0.68,0.82,paired t test,1.0,shown,,spring-cohort,1,9b2f1c0e5a7d4e6f8a0b1c2d3e4f5a6b
            """;

    static final String FIGURES =
            """
            [{"name": "scores", "title": "Scores before and now",
              "description": "One pair of boxes a scale: before above, now below."}]
            """;

    private ReportExamples() {}
}
