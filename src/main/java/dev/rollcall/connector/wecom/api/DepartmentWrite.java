package dev.rollcall.connector.wecom.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A department as it is to be. What is null stays as it is.
 *
 * @param id which one; null to have a new one given an id
 * @param name 1 to 64 characters, unique below its parent
 * @param nameEn its English name
 * @param parentid the department above; needed by a new one
 * @param order its sort weight, 0 to 2^32 - 1, larger first
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90341">WeCom, create
 * department</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DepartmentWrite(@Nullable Long id, @Nullable String name,
		@JsonProperty("name_en") @Nullable String nameEn, @Nullable Long parentid, @Nullable Long order) {

}
