package org.mentoringcommons.survey.dataset;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mentoringcommons.survey.spss.Variable;

/**
 * Makes of any words names that a program takes, no two the same whatever their case. The first to want a name gets it; the
 * next has {@code _2} after it, and so on: the same words in the same order make the same names.
 */
final class Names {

    private static final int REDCAP_LONGEST = 100;
    private static final int REDCAP_GROUP_LONGEST = 50;

    private final int longest;
    private final UnaryOperator<String> fitting;
    private final Set<String> taken = new HashSet<>();

    private Names(int longest, UnaryOperator<String> fitting) {
        this.longest = longest;
        this.fitting = fitting;
    }

    /** Of SPSS: letters, digits and underscores, a letter first, none of its own words. Of R, Stata and SAS, too. */
    static Names ofSpss() {
        return new Names(Variable.LONGEST_NAME, words -> {
            String name = plain(words);
            return !name.isEmpty()
                            && Character.isLetter(name.charAt(0))
                            && Variable.isName(cut(name, Variable.LONGEST_NAME))
                    ? name
                    : "v_" + name;
        });
    }

    /** Of REDCap: small letters, digits and single underscores, a letter first, no underscore last. */
    static Names ofRedcap() {
        return new Names(REDCAP_LONGEST, Names::redcap);
    }

    /** As {@link #ofRedcap}, of its forms and matrices, which are shown in less room. */
    static Names ofRedcapGroups() {
        return new Names(REDCAP_GROUP_LONGEST, Names::redcap);
    }

    private static String redcap(String words) {
        String name =
                plain(words).toLowerCase(Locale.ROOT).replaceAll("_+", "_").replaceAll("^_|_$", "");
        return !name.isEmpty() && Character.isLetter(name.charAt(0)) ? name : ("v_" + name).replaceAll("_$", "");
    }

    String next(String words) {
        String name = fitting.apply(words);
        String unique = cut(name, longest);
        for (int number = 2; !taken.add(unique.toUpperCase(Locale.ROOT)); number++) {
            String end = "_" + number;
            unique = cut(name, longest - end.length()) + end;
        }
        return unique;
    }

    /** Letters without their marks, and digits; an underscore for each character that is neither. */
    static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9]", "_");
    }

    /** What stands for an option in a name: its code, or its number if the code has no letter or digit to show. */
    static String option(String code, int number) {
        String plain = plain(code);
        return plain.chars().anyMatch(character -> character != '_') ? plain : String.valueOf(number);
    }

    private static String cut(String name, int characters) {
        return name.length() <= characters
                ? name
                : name.substring(0, characters).replaceAll("_+$", "");
    }
}
