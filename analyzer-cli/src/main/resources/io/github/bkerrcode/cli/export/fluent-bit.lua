
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
