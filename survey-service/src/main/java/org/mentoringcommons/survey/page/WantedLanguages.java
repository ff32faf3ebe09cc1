package org.mentoringcommons.survey.page;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** Which languages a reader wants, the preferred one first. */
public record WantedLanguages(List<LanguageRange> ranges) {

    private static final int LONGEST = 200; // more is no preference

    /**
     * What a request says.
     *
     * @param chosen a tag that goes before everything else, or null
     * @param acceptLanguage the header, or null; one that cannot be read is as good as none
     */
    public static WantedLanguages of(String chosen, String acceptLanguage) {
        return chosen == null || chosen.isBlank() ? parsed(acceptLanguage) : parsed(chosen);
    }

    private static WantedLanguages parsed(String ranges) {
        if (ranges == null || ranges.isBlank() || ranges.length() > LONGEST) {
            return new WantedLanguages(List.of());
        }
        try {
            return new WantedLanguages(LanguageRange.parse(ranges));
        } catch (IllegalArgumentException unreadable) {
            return new WantedLanguages(List.of());
        }
    }

    /** The one of these tags that suits best; the first if none does. */
    public String bestOf(List<String> offered) {
        String nearest = Locale.lookupTag(ranges, offered);
        if (nearest == null) {
            nearest = Locale.filterTags(ranges, offered).stream().findFirst().orElse(offered.get(0));
        }
        String found = nearest; // Java answers in lower case
        return offered.stream().filter(found::equalsIgnoreCase).findFirst().orElseThrow();
    }

    /** The pages' own words that suit best. */
    public Wording wording() {
        return Wording.in(bestOf(Wording.LANGUAGES));
    }
}
