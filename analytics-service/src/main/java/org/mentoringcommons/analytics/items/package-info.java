/** How an institution's people get through what it asks: item by item, without anything of a person. */
package org.mentoringcommons.analytics.items;
