// Starts `dlqa-lint server`, and ends it; everything else is done there.

const { window, workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

async function activate(context) {
  const changed = workspace.onDidChangeConfiguration(async (event) => {
    if (event.affectsConfiguration("dlqa-lint.command")) {
      await deactivate();
      await start();
    }
  });
  context.subscriptions.push(changed);
  await start();
}

async function start() {
  const [command, ...args] = workspace.getConfiguration("dlqa-lint").get("command");
  const documentSelector = [
    { scheme: "file", language: "markdown" },
    { scheme: "untitled", language: "markdown" },
    { scheme: "file", pattern: "**/*.toml" },
  ];
  client = new LanguageClient("dlqa-lint", "dlqa-lint", { command, args }, { documentSelector });
  try {
    await client.start();
  } catch (error) {
    const how = 'install it with pip install "dlqa-lint[lsp]", or set dlqa-lint.command';
    window.showErrorMessage(`dlqa-lint: ${command} could not be started (${error.message}); ${how}`);
  }
}

async function deactivate() {
  if (client && client.isRunning()) {
    await client.stop();
  }
}

module.exports = { activate, deactivate };
