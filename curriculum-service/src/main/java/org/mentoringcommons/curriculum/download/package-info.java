/** How often what is fetched, by institution and month, without anybody's name. */
package org.mentoringcommons.curriculum.download;
