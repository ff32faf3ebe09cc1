package org.mentoringcommons.survey.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names to be found in texts word by word, whatever their case; found by their first word, so there may be many. */
final class KnownNames {

    static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d'’-]*");

    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();

    /** Names of people, each also by every part of it that has so many letters. */
    static KnownNames ofPeople(Collection<String> people, int shortestPart) {
        KnownNames known = new KnownNames();
        for (String person : people) {
            List<String> words = words(person);
            if (words.size() > 1) {
                known.add(words);
            }
            words.stream()
                    .filter(word -> word.length() >= shortestPart)
                    .map(List::of)
                    .forEach(known::add);
        }
        return known;
    }

    /** Names that mean something as a whole only; a single word of so many letters. */
    static KnownNames whole(Collection<String> names, int shortestWord) {
        KnownNames known = new KnownNames();
        names.stream()
                .map(KnownNames::words)
                .filter(words ->
                        words.size() > 1 || words.size() == 1 && words.get(0).length() >= shortestWord)
                .forEach(known::add);
        return known;
    }

    private void add(List<String> words) {
        byFirstWord.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(words);
    }

    /** How many words of a text, from this one on, are the longest name that begins here; 0 if none does. */
    int lengthAt(List<String> text, int at) {
        int longest = 0;
        for (List<String> name : byFirstWord.getOrDefault(text.get(at), List.of())) {
            int end = at + name.size();
            if (name.size() > longest
                    && end <= text.size()
                    && text.subList(at, end).equals(name)) {
                longest = name.size();
            }
        }
        return longest;
    }

    /** A word as it is compared: without case and a possessive ending. */
    static String compared(String word) {
        return withoutPossessive(word).toLowerCase(Locale.ROOT);
    }

    static String withoutPossessive(String word) {
        return word.replaceAll("['’]s?$", "");
    }

    private static List<String> words(String name) {
        return WORD.matcher(name).results().map(word -> compared(word.group())).toList();
    }
}
