package org.mentoringcommons.curriculum.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of those in both lists changed their place: as few as explain the new order. */
final class Order {

    private Order() {}

    static Set<String> moved(Collection<String> before, Collection<String> after) {
        List<String> then = before.stream().filter(after::contains).toList();
        List<String> now = after.stream().filter(before::contains).toList();
        return DiffUtils.diff(then, now).getDeltas().stream()
                .map(AbstractDelta::getTarget)
                .flatMap(chunk -> chunk.getLines().stream())
                .collect(Collectors.toSet());
    }
}
