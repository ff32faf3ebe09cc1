package org.mentoringcommons.tenancy.document;

/**
 * What clients call an operation: after the class and the method that serve it, so that it is theirs alone and changes with
 * neither path nor words. {@code WorkshopResource_schedule} is {@code workshopSchedule}.
 */
final class OperationName {

    private OperationName() {}

    static String of(String classAndMethod) {
        if (classAndMethod == null || !classAndMethod.contains("_")) {
            return classAndMethod;
        }
        String[] parts = classAndMethod.split("_", 2);
        String noun = parts[0].replaceFirst("Resource$", "");
        return noun.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + noun.substring(1)
                + parts[1].substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + parts[1].substring(1);
    }
}
