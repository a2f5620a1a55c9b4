local CODES = {}
(function()
  CODES["1250001"] = {errcode_code = "1250001", errcode_platform = "job", errcode_platform_name = "作业平台", errcode_module = "关联系统：Redis", errcode_meaning = "Redis 服务不可用", errcode_source = "JOB", errcode_target = "Redis"}
  CODES["1301002"] = {errcode_code = "1301002", errcode_platform = "paas", errcode_platform_name = "PaaS 平台", errcode_module = "PaaS 平台", errcode_meaning = "数据库操作失败：请检查数据库的地址、端口、用户名和密码是否都填写正确，并确认数据库服务没有停止", errcode_remediation = "查看日志 paas.log 中的异常堆栈", errcode_flag = "E1301002_BASE_DATABASE_ERROR"}
  CODES["1301005"] = {errcode_code = "1301005", errcode_platform = "paas", errcode_platform_name = "PaaS 平台", errcode_module = "PaaS 平台", errcode_meaning = "部署失败", errcode_remediation = "1. 登录应用所在的服务器，找到部署日志 2. 查看最后一条错误 3. 修正后重新部署"}
  CODES["APIGW_UPSTREAM_CONNECTION_TIMED_OUT"] = {errcode_code = "APIGW_UPSTREAM_CONNECTION_TIMED_OUT", errcode_platform = "apigw", errcode_platform_name = "API 网关", errcode_meaning = "连接上游超时", errcode_remediation = "检查上游服务", errcode_http_status = "504"}
  CODES["FAILED_PRECONDITION"] = {errcode_code = "FAILED_PRECONDITION", errcode_platform = "apigw", errcode_platform_name = "API 网关", errcode_meaning = "前置条件不满足 / 状态冲突", errcode_remediation = "刷新后重试", errcode_http_status = "400 / 409"}
end)();

-- Fields that hold nothing but a code, as a parser may have made them.
local CODE_FIELDS = {"errcode", "error_code", "errorCode", "bk_error_code", "code"}

-- Fields with text, in which a code counts only where a key, a word or its long form says that it is one.
local TEXT_FIELDS = {"log", "message", "msg"}

local PATTERNS = {
  "[Cc][Oo][Dd][Ee]\\*[\"']?%s*[:=]%s*\\*[\"']?(%d%d%d%d%d%d%d)%f[^%w_]",
  "错误码%s*:?%s*(%d%d%d%d%d%d%d)%f[^%w_]",
  "错误码：%s*(%d%d%d%d%d%d%d)%f[^%w_]",
  "%f[%w_]E(%d%d%d%d%d%d%d)_[A-Z]",
  "%f[%w_]([A-Z][A-Z0-9]+_[A-Z0-9_]+)%f[^%w_]",
}

-- The code 0 says that all went well.
local function listed(code)
  return code ~= "0" and CODES[code] or nil
end

local function of_field(record)
  for _, name in ipairs(CODE_FIELDS) do
    local value = record[name]
    if type(value) == "number" then
      value = string.format("%d", value)
    end
    if type(value) == "string" and listed(value) then
      return listed(value)
    end
  end
  return nil
end

local function of_text(record)
  for _, name in ipairs(TEXT_FIELDS) do
    local text = record[name]
    if type(text) == "string" then
      for _, pattern in ipairs(PATTERNS) do
        for code in string.gmatch(text, pattern) do
          if listed(code) then
            return listed(code)
          end
        end
      end
    end
  end
  return nil
end

-- Adds errcode_code, errcode_meaning and so on to a record that has a listed code; leaves all others as they are.
function errcode(tag, timestamp, record)
  local found = of_field(record) or of_text(record)
  if found == nil then
    return 0, timestamp, record
  end
  for name, value in pairs(found) do
    record[name] = value
  end
  return 2, timestamp, record
end
