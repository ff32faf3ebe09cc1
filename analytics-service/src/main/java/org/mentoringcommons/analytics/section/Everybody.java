package org.mentoringcommons.analytics.section;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.statistics.ClusterDifferences;

/** What all parts of a pass gathered, with each run of rows at the place of its workshop. */
final class Everybody {

    private final Gathered gathered;
    private final Places places;
    private final List<Columns> parts;
    private final int[][] placeOfRun;

    Everybody(Gathered gathered, Places places) {
        this.gathered = gathered;
        this.places = places;
        this.parts = gathered.columns().toList();
        this.placeOfRun = new int[parts.size()][];
        Places.Finder finder = places.finder();
        for (int part = 0; part < placeOfRun.length; part++) {
            Columns columns = parts.get(part);
            placeOfRun[part] = IntStream.range(0, columns.runs())
                    .map(run -> finder.of(columns.workshop(run)))
                    .toArray();
        }
    }

    /** Takes in one part after the other, and where its runs belong. */
    interface Reader {
        void read(Columns columns, int[] placeOfRun);
    }

    void each(Reader reader) {
        for (int part = 0; part < placeOfRun.length; part++) {
            reader.read(parts.get(part), placeOfRun[part]);
        }
    }

    /** How many people of a run there is something to lay out of. */
    interface Counting {
        int count(Columns columns, int run);
    }

    /** Lays it out from a place on; {@return where that of the next goes} */
    interface Laying {
        int lay(Columns columns, int run, short[] to, int at);
    }

    /** By counting how many people each workshop has, then laying them side by side. */
    Clustered clustered(Counting counting, Laying laying) {
        int[] end = new int[places.size() + 1];
        each((columns, placeOf) -> {
            for (int run = 0; run < placeOf.length; run++) {
                end[placeOf[run] + 1] += counting.count(columns, run);
            }
        });
        Arrays.parallelPrefix(end, Integer::sum);
        int[] next = end.clone();
        short[] laid = new short[end[places.size()]];
        each((columns, placeOf) -> {
            for (int run = 0; run < placeOf.length; run++) {
                next[placeOf[run]] = laying.lay(columns, run, laid, next[placeOf[run]]);
            }
        });
        return new Clustered(
                ClusterDifferences.of(laid, Arrays.copyOfRange(end, 1, end.length)),
                IntStream.range(0, places.size())
                        .filter(place -> end[place] < end[place + 1])
                        .toArray());
    }

    int largest(int scale) {
        return parts.stream().mapToInt(columns -> columns.largest(scale)).max().orElse(0);
    }

    Scale scale(int number) {
        return gathered.scales().get(number);
    }

    RatedTally rated(int number) {
        return gathered.rated().get(number);
    }

    ItemTally items(int scale) {
        return gathered.items(scale);
    }

    Groups grouping(int number) {
        return gathered.groupings().get(number);
    }

    Places places() {
        return places;
    }
}
