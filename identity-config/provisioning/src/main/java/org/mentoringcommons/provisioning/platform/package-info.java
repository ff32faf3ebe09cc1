/** People with roles on the whole platform: operators, analysts, and the administrators of hubs. */
package org.mentoringcommons.provisioning.platform;
