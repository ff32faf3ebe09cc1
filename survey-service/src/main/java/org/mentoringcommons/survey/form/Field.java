package org.mentoringcommons.survey.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mentoringcommons.survey.instrument.Choice;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.Likert;
import org.mentoringcommons.survey.instrument.MultiChoice;
import org.mentoringcommons.survey.instrument.Option;
import org.mentoringcommons.survey.instrument.Text;
import org.mentoringcommons.survey.instrument.ThenNow;
import org.mentoringcommons.survey.page.Wording;

/**
 * One item as the page shows it.
 *
 * @param heading of the section that begins with it, or null
 * @param error what is wrong with the answer sent, or null
 * @param ratings the rows of points to choose from: two of a pair, one of a rating, otherwise none
 * @param choices what to choose from, if anything
 * @param several whether any number of choices may be taken
 * @param upTo how many characters may be written
 * @param text the words sent, or null if it takes none
 */
record Field(
        String key,
        String label,
        String heading,
        boolean required,
        String error,
        String anchors,
        List<Rating> ratings,
        List<Choosable> choices,
        boolean several,
        String text,
        int maxLength,
        String upTo) {

    /** One row of points; {@code caption} is null where there is only one. */
    record Rating(String name, String caption, List<Choosable> points, boolean empty) {}

    /** Something that may be ticked. */
    record Choosable(String value, String label, boolean chosen) {}

    static Field of(Item item, String heading, String error, FormFields sent, Wording w) {
        String anchors = null;
        List<Rating> ratings = new ArrayList<>();
        List<Choosable> choices = List.of();
        String text = null;
        int maxLength = 0;
        if (item instanceof ThenNow pair) {
            anchors = "1 = " + pair.lowAnchor() + ", "
                    + (pair.midAnchor() == null ? "" : (pair.points() + 1) / 2 + " = " + pair.midAnchor() + ", ")
                    + pair.points() + " = " + pair.highAnchor();
            ratings.add(rating(item.key() + FormFields.THEN, w.say("form.before"), pair.points(), sent));
            ratings.add(rating(item.key() + FormFields.NOW, w.say("form.now"), pair.points(), sent));
        } else if (item instanceof Likert likert) {
            anchors = "1 = " + likert.lowAnchor() + ", " + likert.points() + " = " + likert.highAnchor();
            ratings.add(rating(item.key(), null, likert.points(), sent));
        } else if (item instanceof Choice choice) {
            choices = choices(choice.options(), sent.values(item.key()));
        } else if (item instanceof MultiChoice multiChoice) {
            choices = choices(multiChoice.options(), sent.values(item.key()));
        } else if (item instanceof Text words) {
            text = sent.value(item.key());
            maxLength = words.maxLength();
        }
        return new Field(
                item.key(),
                item.label(),
                heading,
                item.required(),
                error,
                anchors,
                ratings,
                choices,
                item instanceof MultiChoice,
                text,
                maxLength,
                w.sayWith("form.up-to", maxLength));
    }

    public boolean nothingChosen() {
        return choices.stream().noneMatch(Choosable::chosen);
    }

    private static Rating rating(String name, String caption, int points, FormFields sent) {
        String chosen = sent.value(name);
        List<Choosable> all = IntStream.rangeClosed(1, points)
                .mapToObj(Integer::toString)
                .map(point -> new Choosable(point, point, point.equals(chosen)))
                .toList();
        return new Rating(name, caption, all, all.stream().noneMatch(Choosable::chosen));
    }

    private static List<Choosable> choices(List<Option> options, List<String> chosen) {
        return options.stream()
                .map(option -> new Choosable(option.code(), option.label(), chosen.contains(option.code())))
                .toList();
    }
}
