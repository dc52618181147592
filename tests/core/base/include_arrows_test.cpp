// SPDX-License-Identifier: GPL-3.0-or-later

// Includes go one way: app -> widgets, app -> training -> core, and within a layer from later folders to earlier ones.
// Qt and torch never meet in one translation unit of app/, not through a project header either. The order of the
// folders, cycles of units and doubly defined types are checked by packaging/include_graph.py.

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Include {
    int line;
    std::string target;  // what stands between the quotes or brackets
};

std::vector<Include> includes_of(const fs::path& file) {
    // No raw string: moc of Qt 6.4 loses its way in one with a quotation mark.
    static const std::regex pattern("^\\s*#\\s*(?:include|import)\\s*[<\"]([^>\"]+)[>\"]");
    std::vector<Include> found;
    std::ifstream stream(file);
    std::string text;
    for (int line = 1; std::getline(stream, text); ++line) {
        std::smatch match;
        if (std::regex_search(text, match, pattern)) found.push_back({line, match[1]});
    }
    return found;
}

bool is_source(const fs::path& file) {
    static const std::set<std::string> endings{".h", ".hpp", ".cuh", ".cpp", ".cc", ".cu"};
    return endings.count(file.extension().string()) > 0;
}

// Sources below root/folder, sorted so that messages come in a fixed order.
std::vector<fs::path> sources_in(const fs::path& root, const std::string& folder) {
    std::vector<fs::path> files;
    if (!fs::exists(root / folder)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder))
        if (entry.is_regular_file() && is_source(entry.path())) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

// The project file that an include leads to, beside the including file first, then from the root.
std::optional<fs::path> project_file(const fs::path& root, const fs::path& from, const std::string& target) {
    for (const fs::path& base : {from.parent_path(), root}) {
        const fs::path candidate = (base / target).lexically_normal();
        if (fs::is_regular_file(candidate)) return candidate;
    }
    return std::nullopt;
}

bool starts_with_any(const std::string& text, const std::vector<std::string>& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const std::string& prefix) { return text.rfind(prefix, 0) == 0; });
}

bool is_torch(const std::string& target) {
    return starts_with_any(target, {"torch/", "ATen/", "c10/", "caffe2/"});
}

bool is_qt(const std::string& target) {
    static const std::regex pattern(R"(^(Qt\w*/)?(Q[A-Z]\w*|Qt\w*|q[a-z0-9]+\.h)$|^qcustomplot)");
    return std::regex_search(target, pattern);
}

// The first folder of an include: of the file it leads to, or, when there is none, as it is spelled.
std::string folder_of(const fs::path& root, const fs::path& from, const Include& include) {
    const auto file = project_file(root, from, include.target);
    const fs::path path = file ? file->lexically_relative(root) : fs::path(include.target);
    return path.begin() == path.end() ? std::string() : path.begin()->string();
}

struct Rule {
    std::string folder;
    std::set<std::string> foreign_folders;
    bool may_use_qt;
    bool may_use_torch;
    std::set<std::string> allowed{};  ///< headers of foreign folders
};

const std::vector<Rule>& rules() {
    static const std::vector<Rule> all{
        {"core", {"training", "widgets", "app", "tests"}, false, true},
        {"training", {"widgets", "app", "tests"}, false, true},
        // The canvas draws maps as exported files do: with the look of core.
        {"widgets",
         {"core", "training", "app", "tests"},
         true,
         false,
         {"core/image/color_map.h", "core/image/map_look.h", "core/image/strength_level.h"}},
        {"app", {"tests"}, true, false},
    };
    return all;
}

std::string at(const fs::path& root, const fs::path& file, const Include& include) {
    return file.lexically_relative(root).string() + ":" + std::to_string(include.line) + ": " +
           include.target;
}

void check_folder(const fs::path& root, const Rule& rule, std::vector<std::string>& wrong) {
    for (const fs::path& file : sources_in(root, rule.folder)) {
        for (const Include& include : includes_of(file)) {
            const bool foreign = rule.foreign_folders.count(folder_of(root, file, include)) > 0 &&
                                 rule.allowed.count(include.target) == 0;
            const bool bad = foreign || (!rule.may_use_qt && is_qt(include.target)) ||
                             (!rule.may_use_torch && is_torch(include.target));
            if (bad) wrong.push_back(at(root, file, include));
        }
    }
}

// Follows project headers from the sources of app/ and reports each that includes torch, once.
void check_reach_of_app(const fs::path& root, std::vector<std::string>& wrong) {
    std::vector<fs::path> open = sources_in(root, "app");
    std::set<fs::path> seen(open.begin(), open.end());
    while (!open.empty()) {
        const fs::path file = open.back();
        open.pop_back();
        const bool in_app = file.lexically_relative(root).begin()->string() == "app";
        for (const Include& include : includes_of(file)) {
            if (is_torch(include.target) && !in_app)
                wrong.push_back(at(root, file, include) + " (reached from app)");
            const auto next = project_file(root, file, include.target);
            if (next && seen.insert(*next).second) open.push_back(*next);
        }
    }
}

std::vector<std::string> wrong_arrows(const fs::path& root) {
    std::vector<std::string> wrong;
    for (const Rule& rule : rules()) check_folder(root, rule, wrong);
    check_reach_of_app(root, wrong);
    std::sort(wrong.begin(), wrong.end());
    return wrong;
}

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

}  // namespace

class IncludeArrowsTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void the_project_has_no_wrong_arrow();
    void every_folder_was_read();
    void allowed_includes_pass();
    void wrong_includes_are_found_data();
    void wrong_includes_are_found();
    void torch_behind_a_header_of_core_is_found();
    void the_include_graph_has_no_cycle();
    void faults_of_the_include_graph_are_found_data();
    void faults_of_the_include_graph_are_found();
};

void IncludeArrowsTest::the_project_has_no_wrong_arrow() {
    const auto wrong = wrong_arrows(fs::path(GBS_SOURCE_DIR).lexically_normal());
    std::string message;
    for (const auto& line : wrong) message += "\n  " + line;
    QVERIFY2(wrong.empty(), ("wrong includes:" + message).c_str());
}

// A moved folder must not turn the test above into one that looks at nothing.
void IncludeArrowsTest::every_folder_was_read() {
    for (const Rule& rule : rules())
        QVERIFY2(!sources_in(GBS_SOURCE_DIR, rule.folder).empty(), ("no sources in " + rule.folder).c_str());
}

void IncludeArrowsTest::allowed_includes_pass() {
    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    write(root / "core/heatmap.h", "#pragma once\n#include <vector>\n#include <opencv2/core.hpp>\n");
    write(root / "core/model.cpp",
          "#include <torch/torch.h>\n#include \"core/heatmap.h\"\n#include <queue>\n");
    write(root / "training/trainer.cpp",
          "#include \"core/heatmap.h\"\n// #include <QString>\n#include <ATen/ATen.h>\n");
    write(root / "widgets/layer.h", "#include <QImage>\n");
    write(root / "widgets/view.cpp",
          "#include \"layer.h\"\n#include \"widgets/layer.h\"\n#include <QtMath>\n");
    write(root / "app/main.cpp",
          "#include <QApplication>\n#include \"core/heatmap.h\"\n#include \"widgets/layer.h\"\n");
    QCOMPARE(wrong_arrows(root), std::vector<std::string>());
}

void IncludeArrowsTest::wrong_includes_are_found_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* file, const char* text, const char* expected) {
        QTest::newRow(name) << QByteArray(file) << QByteArray(text) << QByteArray(expected);
    };
    row("Qt in core", "core/a.cpp", "\n#include <QString>\n", "core/a.cpp:2: QString");
    row("Qt module in core", "core/a.h", "#include <QtCore/QString>\n", "core/a.h:1: QtCore/QString");
    row("Qt, small header, in training", "training/a.cpp", "  #  include <qglobal.h>",
        "training/a.cpp:1: qglobal.h");
    row("plots in training", "training/a.cpp", "#include <qcustomplot.h>", "training/a.cpp:1: qcustomplot.h");
    row("training in core", "core/a.cpp", "#include \"training/b.h\"", "core/a.cpp:1: training/b.h");
    row("training in core, relative", "core/a.cpp", "#include \"../training/b.h\"",
        "core/a.cpp:1: ../training/b.h");
    row("widgets in core", "core/sub/a.cpp", "#include \"widgets/b.h\"", "core/sub/a.cpp:1: widgets/b.h");
    row("app in core", "core/a.cpp", "#include \"app/window/b.h\"", "core/a.cpp:1: app/window/b.h");
    row("app in training", "training/a.cu", "#include <app/b.h>", "training/a.cu:1: app/b.h");
    row("core in widgets", "widgets/a.cpp", "#include \"core/b.h\"", "widgets/a.cpp:1: core/b.h");
    row("training in widgets", "widgets/a.cpp", "#include \"training/b.h\"", "widgets/a.cpp:1: training/b.h");
    row("app in widgets", "widgets/a.cpp", "#include \"app/b.h\"", "widgets/a.cpp:1: app/b.h");
    row("torch in widgets", "widgets/a.cpp", "#include <torch/torch.h>", "widgets/a.cpp:1: torch/torch.h");
    row("ATen in widgets", "widgets/a.cpp", "#include <ATen/ATen.h>", "widgets/a.cpp:1: ATen/ATen.h");
    row("torch in app", "app/window/a.cpp", "#include <c10/core/Device.h>",
        "app/window/a.cpp:1: c10/core/Device.h");
}

void IncludeArrowsTest::wrong_includes_are_found() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    write(root / "training/b.h", "#include <vector>\n");
    write(root / file.toStdString(), text.toStdString());
    QCOMPARE(wrong_arrows(root), std::vector<std::string>{expected.toStdString()});
}

void IncludeArrowsTest::torch_behind_a_header_of_core_is_found() {
    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    write(root / "core/tensors.h", "#include <vector>\n#include <ATen/ATen.h>\n");
    write(root / "core/model.h", "#include \"tensors.h\"\n");
    write(root / "app/worker.cpp", "#include \"core/model.h\"\n");
    QCOMPARE(wrong_arrows(root),
             std::vector<std::string>{"core/tensors.h:2: ATen/ATen.h (reached from app)"});
}

namespace {

/// Runs packaging/include_graph.py on `root`. Returns its exit code and the faults that it printed.
std::pair<int, QString> run_include_graph(const fs::path& root) {
    QProcess script;
    script.start(QStringLiteral("python3"), {QStringLiteral(GBS_SOURCE_DIR "/packaging/include_graph.py"),
                                             QString::fromStdString(root.string())});
    if (!script.waitForFinished()) return {-1, script.errorString()};
    if (script.readAllStandardOutput().isEmpty()) return {-1, QStringLiteral("it printed no graph")};
    return {script.exitCode(), QString::fromUtf8(script.readAllStandardError())};
}

}  // namespace

void IncludeArrowsTest::the_include_graph_has_no_cycle() {
    const auto [code, text] = run_include_graph(GBS_SOURCE_DIR);
    QVERIFY2(code == 0, qPrintable(text));
}

void IncludeArrowsTest::faults_of_the_include_graph_are_found_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing wrong") << QByteArray("core/low/c.h") << QByteArray("struct C {};\n")
                                   << QByteArray();
    QTest::newRow("later folder")
        << QByteArray("core/low/c.h") << QByteArray("#include \"core/high/b.h\"\n")
        << QByteArray("core/low/c includes core/high/b, but core/high comes after core/low");
    QTest::newRow("unknown folder") << QByteArray("core/new/c.h") << QByteArray("\n")
                                    << QByteArray("core/new/c: core/new is in no gbs_add_folder()");
    QTest::newRow("cycle") << QByteArray("core/high/a.cpp") << QByteArray("#include \"core/high/b.h\"\n")
                           << QByteArray("cycle of units: core/high/a -> core/high/b -> core/high/a");
    QTest::newRow("one name twice") << QByteArray("core/low/c.h")
                                    << QByteArray("namespace gbs {\nstruct B {};\n}  // namespace gbs\n")
                                    << QByteArray("gbs::B is defined in core/high/b.h and core/low/c.h");
    QTest::newRow("one name in two namespaces")
        << QByteArray("core/low/c.h")
        << QByteArray("namespace gbs::x {\nstruct B {};\n}  // namespace gbs::x\n") << QByteArray();
    QTest::newRow("one name in an unnamed namespace")
        << QByteArray("core/low/c.cpp")
        << QByteArray("namespace gbs {\nnamespace {\nstruct B {};\n}  // namespace\n}  // namespace gbs\n")
        << QByteArray();
}

void IncludeArrowsTest::faults_of_the_include_graph_are_found() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    write(root / "core/CMakeLists.txt",
          "gbs_add_folder(core/low)\ngbs_add_folder(core/high PUBLIC gbs_core_low)\n");
    write(root / "core/low/low.h", "#pragma once\n");
    write(root / "core/high/a.h", "#pragma once\n#include \"core/low/low.h\"\n");
    write(root / "core/high/b.h",
          "#include \"core/high/a.h\"\nnamespace gbs {\nclass A;\nstruct B {};\n}  // namespace gbs\n");
    write(root / file.toStdString(), text.toStdString());
    const auto [code, output] = run_include_graph(root);
    QCOMPARE(code, expected.isEmpty() ? 0 : 1);
    if (!expected.isEmpty()) QVERIFY2(output.contains(QString::fromUtf8(expected)), qPrintable(output));
}

QTEST_GUILESS_MAIN(IncludeArrowsTest)
#include "core/tensor/torch.h"
#include "include_arrows_test.moc"
