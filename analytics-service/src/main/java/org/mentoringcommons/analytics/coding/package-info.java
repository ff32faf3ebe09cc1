/** The coders' consensus about free texts, without the texts. */
package org.mentoringcommons.analytics.coding;
