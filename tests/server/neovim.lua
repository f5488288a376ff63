-- An editing session in Neovim, through its own client: open, see, edit, fix, undo. What happens is written to
-- the file that the environment names, a line a step.
local out = assert(io.open(vim.env.SESSION, 'w'))
local path, command = vim.env.DOCUMENT, vim.split(vim.env.SERVER, '\n')

local function say(step, text)
  out:write(step .. ': ' .. text .. '\n')
  out:flush()
end

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then
    say('timeout', what)
    vim.cmd('cquit 1')
  end
end

local function rules()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, string.format('%s at %d:%d', diagnostic.code, diagnostic.lnum + 1, diagnostic.col))
  end
  table.sort(found)
  return #found > 0 and table.concat(found, ', ') or 'nothing'
end

local function has(rule)
  return function()
    return rules():find(rule, 1, true) ~= nil
  end
end

vim.cmd('edit ' .. path)
local settings = { name = 'dlqa-lint', cmd = command, root_dir = vim.fn.getcwd() }
local client
if vim.lsp.start then -- since Neovim 0.8
  client = vim.lsp.start(settings)
else
  client = vim.lsp.start_client(settings)
  vim.lsp.buf_attach_client(0, client)
end

local function encoding()
  return vim.lsp.get_client_by_id(client).offset_encoding
end

wait('the gap', has('number-gap'))
say('open', rules())

vim.fn.search('4. What is a', 'w')
local asked = vim.lsp.util.make_range_params(0, encoding())
asked.context = { diagnostics = {} }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', asked, 20000)
local actions = answers[client].result
local titles = vim.tbl_map(function(action) return action.title end, actions)
say('actions', table.concat(titles, ' | '))

local function choose(title)
  local chosen = vim.tbl_filter(function(action) return action.title == title end, actions)[1]
  local made = vim.lsp.buf_request_sync(0, 'codeAction/resolve', chosen, 20000)[client].result
  vim.lsp.util.apply_workspace_edit(made.edit, encoding())
end

choose('renumber from here')
wait('the numbers to be right', function() return not has('number-gap')() and not has('broken-question')() end)
say('renumbered', vim.fn.getline(vim.fn.search('What is a tiller', 'w')) .. '; ' .. rules())
say('reference', vim.fn.getline(vim.fn.search('see question', 'w')))

vim.cmd('undo')
wait('the gap after undo', has('number-gap'))
say('undone', rules())

-- Typed behind two emoji, where bytes, UTF-16 units and characters differ.
vim.fn.search('⛵⛵', 'w')
vim.cmd('normal! A See question 77.')
wait('the reference that is broken', has('broken-question-reference'))
say('typed', rules())
vim.cmd('undo')
wait('the reference to be gone', function() return not has('broken-question-reference')() end)

vim.cmd('normal! gg')
vim.fn.search('2. What is a mast', 'w')
vim.cmd('normal! 4|i  ')
wait('the spaces', has('heading-spacing'))
say('spaced', rules())
if vim.lsp.buf.format then -- since Neovim 0.8
  vim.lsp.buf.format({ timeout_ms = 20000 })
else
  vim.lsp.buf.formatting_sync(nil, 20000)
end
say('formatted', vim.fn.getline(vim.fn.search('2. What is a mast', 'w')))

local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(0, encoding()), 20000)
say('hover', vim.split(hover[client].result.contents.value, '\n')[1])
vim.fn.search('see question', 'we')
vim.lsp.buf.definition()
wait('the caret to move', function() return vim.fn.getline('.'):find('What is a tiller', 1, true) ~= nil end)
say('definition', vim.fn.getline('.'))
say('saved', vim.bo.modified and 'no' or 'yes')
vim.lsp.stop_client(client)
wait('the server to end', function() return vim.lsp.get_client_by_id(client) == nil end)
say('end', 'ok')
vim.cmd('qall!')
