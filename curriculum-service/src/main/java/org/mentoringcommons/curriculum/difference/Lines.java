package org.mentoringcommons.curriculum.difference;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.List;
import org.mentoringcommons.curriculum.difference.Difference.Line;
import org.mentoringcommons.curriculum.difference.Difference.Op;

/** Two texts line by line, without the stretches that are the same in both. */
final class Lines {

    private static final int AROUND = 2;
    private static final DiffRowGenerator ROWS = DiffRowGenerator.create()
            .showInlineDiffs(false)
            .lineNormalizer(line -> line)
            .build();

    private Lines() {}

    static List<Line> between(String before, String after) {
        List<Line> all = new ArrayList<>();
        for (DiffRow row :
                ROWS.generateDiffRows(before.lines().toList(), after.lines().toList())) {
            switch (row.getTag()) {
                case EQUAL -> all.add(new Line(Op.KEPT, row.getOldLine()));
                case DELETE -> all.add(new Line(Op.REMOVED, row.getOldLine()));
                case INSERT -> all.add(new Line(Op.ADDED, row.getNewLine()));
                case CHANGE -> {
                    all.add(new Line(Op.REMOVED, row.getOldLine()));
                    all.add(new Line(Op.ADDED, row.getNewLine()));
                }
            }
        }
        return shortened(all);
    }

    private static List<Line> shortened(List<Line> all) {
        List<Line> near = new ArrayList<>();
        boolean gap = false;
        for (int at = 0; at < all.size(); at++) {
            if (isNear(all, at)) {
                near.add(all.get(at));
                gap = false;
            } else if (!gap) {
                near.add(new Line(Op.GAP, ""));
                gap = true;
            }
        }
        return near;
    }

    private static boolean isNear(List<Line> all, int at) {
        return all.subList(Math.max(0, at - AROUND), Math.min(all.size(), at + AROUND + 1)).stream()
                .anyMatch(line -> line.op() != Op.KEPT);
    }
}
