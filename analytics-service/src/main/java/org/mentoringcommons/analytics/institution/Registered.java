package org.mentoringcommons.analytics.institution;

/**
 * What the registry says of an institution.
 *
 * @param alias its immutable name in addresses
 * @param name as people call it
 * @param hub the key of its hub
 * @param kind {@code institution}, {@code consortium_center}, …
 * @param active whether it may act; suspended and closed ones may not
 */
public record Registered(String alias, String name, String hub, String kind, boolean active) {}
