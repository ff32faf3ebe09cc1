package org.mentoringcommons.curriculum.catalog;

import java.util.List;
import org.mentoringcommons.curriculum.content.Edition;
import org.mentoringcommons.curriculum.content.Manifest;
import org.mentoringcommons.curriculum.content.Part;

/** A module with its parts, in order. */
public record ModuleText(Manifest.Module module, List<Part> parts) {

    public ModuleView view(Edition edition) {
        return new ModuleView(
                module.key(),
                module.title(),
                module.minutes(),
                module.isRequired(),
                module.competency(),
                module.audiences(),
                edition,
                parts.stream()
                        .filter(part -> edition.shows(part.head().readers()))
                        .map(part -> PartView.of(part, edition))
                        .toList());
    }
}
