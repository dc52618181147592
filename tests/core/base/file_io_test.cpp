// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file_io.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <fstream>
#include <memory>

#include "core/base/error.h"
#include "core/base/forgotten_files.h"
#include "core/base/paths.h"
#include "support/error_of.h"

namespace fs = std::filesystem;

namespace {

/// Simulates a full disk: while this object exists, no file can grow beyond `bytes`.
class FileSizeLimit {
 public:
    explicit FileSizeLimit(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &old_);
        rlimit small = old_;
        small.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &old_);
        std::signal(SIGXFSZ, signal_);
    }

 private:
    rlimit old_{};
    void (*signal_)(int);
};

}  // namespace

class FileIoTest : public QObject {
    Q_OBJECT

 private:
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path path(const char* name) const { return folder_->filePath(QString::fromUtf8(name)).toStdString(); }
    /// The file has this content and the folder contains nothing else.
    void verify_only(const char* name, const std::string& text) const {
        QCOMPARE(gbs::read_text(path(name)), text);
        QCOMPARE(std::distance(fs::directory_iterator(path("")), fs::directory_iterator()), 1);
    }

 private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void writes_and_replaces();
    void long_names_fit();
    void large_content_in_small_and_large_pieces();
    void permissions_are_kept();
    void link_stays_a_link();
    void exception_leaves_old_file();
    void failed_stream_leaves_old_file();
    void full_disk_leaves_old_file();
    void unwritable_folders();
    void read_only_folder();
    void refuses_devices_and_folders();
    void reading();
    void what_killed_programs_left_is_removed();
    void paths_follow_the_environment();
};

void FileIoTest::writes_and_replaces() {
    gbs::write_atomically(path("a.txt"), "one");
    gbs::write_atomically(path("a.txt"), [](std::ostream& stream) { stream << "two " << 2; });
    verify_only("a.txt", "two 2");
    gbs::write_atomically(path("a.txt"), "");
    verify_only("a.txt", "");
    // A bare name refers to the working folder.
    const fs::path before = fs::current_path();
    fs::current_path(path(""));
    gbs::write_atomically("bare.txt", "x");
    fs::current_path(before);
    QCOMPARE(gbs::read_text(path("bare.txt")), std::string("x"));
}

void FileIoTest::long_names_fit() {
    const std::string name(255, 'n');
    gbs::write_atomically(path(name.c_str()), "x");
    verify_only(name.c_str(), "x");
}

void FileIoTest::large_content_in_small_and_large_pieces() {
    std::string all;
    gbs::write_atomically(path("large"), [&](std::ostream& stream) {
        for (std::size_t size = 1; size < 300'000; size = size * 3 + 1) {
            const std::string piece(size, static_cast<char>('a' + size % 26));
            stream.write(piece.data(), static_cast<std::streamsize>(piece.size()));
            stream.put('|');
            all += piece + '|';
        }
    });
    QVERIFY(gbs::read_text(path("large")) == all);
}

void FileIoTest::permissions_are_kept() {
    gbs::write_atomically(path("a.txt"), "one");
    const mode_t mask = ::umask(0);
    ::umask(mask);
    QCOMPARE(static_cast<unsigned>(fs::status(path("a.txt")).permissions()), 0666U & ~mask);
    fs::permissions(path("a.txt"), fs::perms::owner_read | fs::perms::owner_write);
    gbs::write_atomically(path("a.txt"), "two");
    QCOMPARE(static_cast<unsigned>(fs::status(path("a.txt")).permissions()), 0600U);
}

void FileIoTest::link_stays_a_link() {
    fs::create_directory(path("real"));
    gbs::write_atomically(path("real/a.txt"), "one");
    fs::create_symlink("real/a.txt", path("link"));
    gbs::write_atomically(path("link"), "two");
    QVERIFY(fs::is_symlink(path("link")));
    QCOMPARE(gbs::read_text(path("real/a.txt")), std::string("two"));
}

void FileIoTest::exception_leaves_old_file() {
    gbs::write_atomically(path("a.txt"), "old");
    QVERIFY_EXCEPTION_THROWN(gbs::write_atomically(path("a.txt"),
                                                   [](std::ostream& stream) {
                                                       stream << "new";
                                                       throw gbs::Cancelled();
                                                   }),
                             gbs::Cancelled);
    verify_only("a.txt", "old");
}

void FileIoTest::failed_stream_leaves_old_file() {
    gbs::write_atomically(path("a.txt"), "old");
    const std::string message = gbs::error_text([&] {
        gbs::write_atomically(path("a.txt"), [](std::ostream& stream) {
            stream << "new";
            stream.setstate(std::ios::failbit);
        });
    });
    QVERIFY2(message.find("a.txt") != std::string::npos, message.c_str());
    verify_only("a.txt", "old");
}

void FileIoTest::full_disk_leaves_old_file() {
    gbs::write_atomically(path("a.txt"), "old");
    for (const std::size_t piece : {std::size_t{10}, std::size_t{1'000'000}}) {
        std::string message;
        {
            const FileSizeLimit limit(100'000);
            message = gbs::error_text([&] {
                gbs::write_atomically(path("a.txt"), [&](std::ostream& stream) {
                    for (std::size_t sum = 0; sum < 1'000'000; sum += piece)
                        stream << std::string(piece, 'x');
                });
            });
        }
        QVERIFY2(message.find("a.txt") != std::string::npos, message.c_str());
        QVERIFY2(message.find("File too large") != std::string::npos, message.c_str());
        verify_only("a.txt", "old");
    }
}

void FileIoTest::unwritable_folders() {
    const std::string missing = gbs::error_text([&] { gbs::write_atomically(path("no/such/a.txt"), "x"); });
    QVERIFY2(missing.find("the folder does not exist") != std::string::npos, missing.c_str());
    gbs::write_atomically(path("file"), "x");
    // Fails even for root: a file is not a folder, and /proc accepts no files.
    const std::string under_file =
        gbs::error_text([&] { gbs::write_atomically(path("file") / "a.txt", "x"); });
    QVERIFY2(under_file.find("cannot write") != std::string::npos, under_file.c_str());
    const std::string in_proc = gbs::error_text([&] { gbs::write_atomically("/proc/gbs-test", "x"); });
    QVERIFY2(in_proc.find("cannot write /proc/gbs-test") != std::string::npos, in_proc.c_str());
    verify_only("file", "x");
}

void FileIoTest::read_only_folder() {
    if (::geteuid() == 0) QSKIP("root can write to read-only folders");
    fs::create_directory(path("closed"));
    gbs::write_atomically(path("closed/a.txt"), "old");
    fs::permissions(path("closed"), fs::perms::owner_read | fs::perms::owner_exec);
    const std::string closed = gbs::error_text([&] { gbs::write_atomically(path("closed/a.txt"), "new"); });
    fs::permissions(path("closed"), fs::perms::owner_all);
    QVERIFY2(closed.find("Permission denied") != std::string::npos, closed.c_str());
    QCOMPARE(gbs::read_text(path("closed/a.txt")), std::string("old"));
}

void FileIoTest::refuses_devices_and_folders() {
    const std::string device = gbs::error_text([&] { gbs::write_atomically("/dev/full", "x"); });
    QVERIFY2(device.find("not a regular file") != std::string::npos, device.c_str());
    QVERIFY_EXCEPTION_THROWN(gbs::write_atomically(path(""), "x"), gbs::Error);
    QVERIFY_EXCEPTION_THROWN(gbs::write_atomically("", "x"), gbs::Error);
    QVERIFY_EXCEPTION_THROWN(gbs::write_atomically(path("sub/"), "x"), gbs::Error);
    QVERIFY(fs::is_character_file("/dev/full"));
}

void FileIoTest::reading() {
    const std::string missing = gbs::error_text([&] { gbs::read_text(path("none")); });
    QVERIFY2(missing.find("no such file") != std::string::npos, missing.c_str());
    const std::string folder = gbs::error_text([&] { gbs::read_text(path("")); });
    QVERIFY2(folder.find("it is a folder") != std::string::npos, folder.c_str());
    gbs::write_atomically(path("a"), std::string_view("a\0b\r\n", 5));
    QCOMPARE(gbs::read_text(path("a")), std::string("a\0b\r\n", 5));
    QCOMPARE(gbs::read_text(path("a"), 5).size(), std::size_t{5});
    const std::string large = gbs::error_text([&] { gbs::read_text(path("a"), 4); });
    QVERIFY2(large.find("larger than 4 bytes") != std::string::npos, large.c_str());
    QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
    const std::string pipe = gbs::error_text([&] { gbs::read_text(path("pipe")); });
    QVERIFY2(pipe.find("not a regular file") != std::string::npos, pipe.c_str());
    fs::create_symlink("loop", path("loop"));
    const std::string loop = gbs::error_text([&] { gbs::read_text(path("loop")); });
    QVERIFY2(loop.find("symbolic links") != std::string::npos, loop.c_str());
    fs::create_symlink("/proc/self/mem", path("broken"));  // reading gives EIO, as on a broken disk
    const std::string broken = gbs::error_text([&] { gbs::read_text(path("broken")); });
    QVERIFY2(broken.find("reading failed") != std::string::npos, broken.c_str());
    const std::string endless = gbs::error_text([&] { gbs::read_text("/dev/zero", 1'000'000); });
    QVERIFY2(endless.find("larger than 1000000 bytes") != std::string::npos, endless.c_str());
}

void FileIoTest::what_killed_programs_left_is_removed() {
    const auto old = fs::file_time_type::clock::now() - std::chrono::minutes(5);
    for (const char* name : {".gbs-1-0.tmp", ".gbs-2-0.tmp", ".gbs-3-0.tmp", "gbs-4-0.tmp"}) {
        std::ofstream(path(name)) << "half";
        if (std::string_view(name) != ".gbs-3-0.tmp") fs::last_write_time(path(name), old);
    }
    const int writing = ::open(path(".gbs-2-0.tmp").c_str(), O_RDWR);
    struct flock request {};
    request.l_type = F_WRLCK;
    QCOMPARE(::fcntl(writing, F_OFD_SETLK, &request), 0);
    gbs::write_atomically(path("a.txt"), [&](std::ostream& stream) {
        stream << "one";
        for (const auto& entry : fs::directory_iterator(path("")))  // its own, however long it takes
            fs::last_write_time(entry.path(), old);
        gbs::remove_forgotten_files(path(""));
    });
    QCOMPARE(gbs::read_text(path("a.txt")), std::string("one"));
    QVERIFY(!fs::exists(path(".gbs-1-0.tmp")));
    QVERIFY(fs::exists(path(".gbs-2-0.tmp")));
    QVERIFY(!fs::exists(path(".gbs-3-0.tmp")));
    QVERIFY(fs::exists(path("gbs-4-0.tmp")));
    ::close(writing);
}

void FileIoTest::paths_follow_the_environment() {
    qunsetenv("GBS_RESOURCES");
    qunsetenv("GBS_WEIGHTS");
    QCOMPARE(gbs::resources_folder(), fs::path(GBS_SOURCE_DIR) / "resources");
    qputenv("GBS_RESOURCES", path("").c_str());
    QCOMPARE(gbs::resources_folder(), path(""));
    const std::string missing = gbs::error_text([] { gbs::default_model(); });
    QVERIFY2(missing.find("models/default.safetensors") != std::string::npos, missing.c_str());
    fs::create_directory(path("models"));
    gbs::write_atomically(path("models/default.safetensors"), "x");
    QCOMPARE(gbs::default_model(), path("models/default.safetensors"));
    qputenv("GBS_WEIGHTS", path("models").c_str());
    QCOMPARE(gbs::weights_folder(), path("models"));
    qunsetenv("GBS_RESOURCES");
    qunsetenv("GBS_WEIGHTS");
    QVERIFY(!gbs::program_version().empty());
}

QTEST_GUILESS_MAIN(FileIoTest)
#include "file_io_test.moc"
