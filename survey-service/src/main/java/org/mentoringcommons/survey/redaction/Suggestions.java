package org.mentoringcommons.survey.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoringcommons.survey.redaction.Span.Kind;

/**
 * Finds what in a text could lead to somebody. It suggests, for a person to decide: it finds too much rather than too
 * little, and not everything.
 */
final class Suggestions {

    private static final Pattern EMAIL = Pattern.compile("[\\w.%+-]++@[\\p{L}\\d-]++(?:\\.[\\p{L}\\d-]++)++");
    private static final Pattern PHONE = Pattern.compile("(?<![\\w+])\\+?\\(?\\d(?:[ .()/-]{0,2}\\d){6,14}(?!\\w)");
    private static final Pattern DAY = Pattern.compile("(?:19|20)\\d\\d-\\d\\d-\\d\\d");
    private static final String CAPITALISED = "\\p{Lu}[\\p{L}'’.-]*+";
    private static final Pattern ADDRESSED = Pattern.compile(
            "\\b(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Miss|Dra|Sra?)\\b\\.?\\s+(?:" + CAPITALISED + "\\s?){1,3}");
    private static final Pattern OF_A_PLACE = Pattern.compile(
            "\\b(?:University|College|Institute|School|Hospital|Universidad|Instituto)\\s+(?:of|de|at)\\s+(?:the\\s+)?"
                    + "(?:" + CAPITALISED + "\\s?){1,4}");
    private static final Pattern NAMED_PLACE = Pattern.compile("(?:" + CAPITALISED + "\\s){1,4}"
            + "(?:University|College|Institute|Hospital|Clinic|Medical (?:Center|School))\\b");
    private final KnownNames people;
    private final KnownNames institutions;

    Suggestions(KnownNames people, KnownNames institutions) {
        this.people = people;
        this.institutions = institutions;
    }

    /** In the order of the text; none overlaps another. */
    List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        matches(EMAIL, Kind.EMAIL, text, all -> true, found);
        matches(PHONE, Kind.PHONE, text, digits -> !DAY.matcher(digits).matches(), found);
        matches(ADDRESSED, Kind.NAME, text, all -> true, found);
        matches(OF_A_PLACE, Kind.INSTITUTION, text, all -> true, found);
        matches(NAMED_PLACE, Kind.INSTITUTION, text, all -> true, found);
        known(text, found);
        return apart(found);
    }

    private static void matches(Pattern pattern, Kind kind, String text, Predicate<String> wanted, List<Span> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String match = matcher.group().stripTrailing();
            if (wanted.test(match)) {
                found.add(new Span(matcher.start(), matcher.start() + match.length(), kind));
            }
        }
    }

    private void known(String text, List<Span> found) {
        List<MatchResult> places = KnownNames.WORD.matcher(text).results().toList();
        List<String> words =
                places.stream().map(place -> KnownNames.compared(place.group())).toList();
        for (int at = 0; at < words.size(); at++) {
            int length = people.lengthAt(words, at);
            // a part of a name that is also a word, such as May, is meant where it is capitalised
            if (length > 1
                    || length == 1
                            && Character.isUpperCase(
                                    text.codePointAt(places.get(at).start()))) {
                found.add(over(places, at, length, Kind.NAME));
            }
            int place = institutions.lengthAt(words, at);
            if (place > 0) {
                found.add(over(places, at, place, Kind.INSTITUTION));
            }
        }
    }

    /** Measured on the text itself: a word may be longer or shorter as it is compared. */
    private static Span over(List<MatchResult> places, int at, int length, Kind kind) {
        MatchResult last = places.get(at + length - 1);
        return new Span(
                places.get(at).start(),
                last.start() + KnownNames.withoutPossessive(last.group()).length(),
                kind);
    }

    /** The longest of those that overlap. */
    private static List<Span> apart(List<Span> found) {
        List<Span> kept = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparingInt((Span span) -> span.start() - span.end())
                        .thenComparing(Span::start)
                        .thenComparing(Span::kind))
                .filter(span -> kept.stream().noneMatch(span::overlaps))
                .forEach(kept::add);
        kept.sort(Comparator.comparing(Span::start));
        return List.copyOf(kept);
    }
}
