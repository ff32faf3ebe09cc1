package org.mentoringcommons.curriculum.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part that holds the words.
 *
 * @param excerpt the words around them, what was found between ** and **
 */
@Schema(
        examples =
                """
                {"curriculum": "mentoring-up", "version": "2.1.0", "module": "communication", "part": "the-silent-week",
                 "kind": "case_study", "title": "The silent week", "excerpt": "hears nothing about the **draft** for nine days"}""")
record Hit(String curriculum, String version, String module, String part, String kind, String title, String excerpt) {}
