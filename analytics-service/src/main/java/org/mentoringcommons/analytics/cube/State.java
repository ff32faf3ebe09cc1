package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoringcommons.analytics.disclosure.Crowd;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Figure;

/**
 * What stands published of a measure of a group.
 *
 * @param detail how much is shown
 * @param origin the release it comes from
 * @param seen who contributed then
 * @param byStage of what they contributed together with the stage each told, of a stage and of what stages are parts of; else of nobody
 * @param figures as shown then
 */
record State(Detail detail, int origin, Seen seen, Sketch byStage, List<Figure> figures) {

    /**
     * A set of contributors whom somebody has numbers about.
     *
     * @param n how many, or by how many more people the whole has than the parts taken away
     * @param sketch of what they contributed
     * @param marks of what each institution's contributed; empty where that is not known
     */
    record Seen(long n, Sketch sketch, Optional<SortedMap<Long, Mark>> marks) {

        static Seen of(Tally tally) {
            return new Seen(tally.n(), tally.sketch(), Optional.of(tally.marks()));
        }

        Seen less(Seen part) {
            return new Seen(
                    n - part.n,
                    sketch.plus(part.sketch),
                    marks.flatMap(ours -> part.marks.map(theirs -> Mark.less(ours, theirs))));
        }

        /** At least how many people have to come, go or change who are not of the institution of most of them. */
        long outsideBetween(Seen other) {
            return marks.flatMap(ours -> other.marks.map(theirs -> Mark.outside(ours, theirs)))
                    .orElse(Long.MAX_VALUE);
        }

        /**
         * At least how many people have to come, go or change their answer for one of the two to become the other: who
         * comes or goes makes one element, who changes makes two.
         */
        long peopleBetween(Seen other, long enough) {
            long more = Math.abs(n - other.n);
            if (more >= enough) {
                return more;
            }
            Sketch between = sketch.plus(other.sketch);
            int elements = between.count();
            if (elements != Sketch.MANY) {
                return (elements + more + 1) / 2;
            }
            long many = (between.countable() + 1 + more + 1) / 2;
            return many >= enough ? many : Math.max(many, betweenInstitutions(other));
        }

        /** At least how many people came or went, by institution where that is known. */
        Crowd.Counted movedBetween(Seen other) {
            Map<Long, Long> moved = marks.flatMap(ours -> other.marks.map(theirs -> Mark.moved(ours, theirs)))
                    .orElseGet(Map::of);
            long all = moved.values().stream().mapToLong(Long::longValue).sum();
            return new Crowd.Counted(Math.max(all, Math.abs(n - other.n)), moved);
        }

        /** The same of those who are not of some institutions; nobody where that is not known. */
        Crowd.Counted movedBetween(Seen other, Set<Long> besides) {
            Map<Long, Long> moved = new TreeMap<>(movedBetween(other).parts());
            moved.keySet().removeAll(besides);
            return new Crowd.Counted(
                    moved.values().stream().mapToLong(Long::longValue).sum(), moved);
        }

        /** Where a sketch was made for a smaller count than is asked for. */
        private long betweenInstitutions(Seen other) {
            return marks.flatMap(ours -> other.marks.map(theirs -> Mark.between(ours, theirs)))
                    .orElse(0L);
        }

        /**
         * The same where people who go from one part nobody sees to another are told by the sketch, though nobody sees
         * them: unchanged, or as many as the counts say, at least one.
         */
        long netBetween(Seen other) {
            long more = Math.abs(n - other.n);
            return sketch.plus(other.sketch).isEmpty() ? more : Math.max(more, 1);
        }

        /** The same of those who are not of some institutions; nobody if it is not known of which they are. */
        long netOutside(Seen other, Set<Long> institutions) {
            long more = marks.flatMap(ours -> other.marks.map(
                            theirs -> Math.abs(Mark.people(ours, institutions) - Mark.people(theirs, institutions))))
                    .orElse(0L);
            return sketch.plus(other.sketch).isEmpty() ? more : Math.max(more, 1);
        }

        /**
         * At least how many people came, went or changed who are not of some institutions; nobody if that is not known.
         *
         * @param most whether those of the other institution of most of them are left out, too
         */
        long peopleOutside(Seen other, Set<Long> institutions, boolean most) {
            return marks.flatMap(ours -> other.marks.map(theirs -> Mark.between(ours, theirs, institutions, most)))
                    .orElse(0L);
        }

        /** Who contributes to a sum by stages, which have hashes of their own; of institutions only how many people. */
        Seen byStage(Sketch stages) {
            return new Seen(n, stages, marks.map(Mark::counts));
        }

        void write(Binary.Out out) {
            out.number(n).sketch(sketch).number(marks.isPresent() ? 1 : 0);
            marks.ifPresent(out::marks);
        }

        /** Those sealed before marks were have none, and sketches all of one length. */
        static Seen read(Binary.In in, int countable, boolean marked) {
            long n = in.number();
            Sketch sketch = marked ? in.sketch() : in.sketch(countable);
            return new Seen(n, sketch, marked && in.number() == 1 ? Optional.of(in.marks()) : Optional.empty());
        }
    }

    void write(Binary.Out out) {
        out.number(detail.ordinal()).number(origin);
        seen.write(out);
        out.number(byStage.isEmpty() ? 0 : 1);
        if (!byStage.isEmpty()) {
            out.sketch(byStage);
        }
        out.number(figures.size());
        figures.forEach(figure -> out.text(figure.measure())
                .number(figure.text().isPresent() ? 1 : 0)
                .text(figure.text().orElse("")));
    }

    static State read(Binary.In in, int countable, boolean marked) {
        Detail detail = Detail.values()[in.integer()];
        int origin = in.integer();
        Seen seen = Seen.read(in, countable, marked);
        Sketch byStage = in.number() == 0 ? Sketch.ofNone(countable) : marked ? in.sketch() : in.sketch(countable);
        List<Figure> figures = new ArrayList<>();
        for (int left = in.integer(); left > 0; left--) {
            String measure = in.text();
            boolean shown = in.number() == 1;
            String text = in.text();
            figures.add(new Figure(measure, shown ? Optional.of(text) : Optional.empty()));
        }
        return new State(detail, origin, seen, byStage, List.copyOf(figures));
    }
}
