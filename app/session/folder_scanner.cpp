// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/folder_scanner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "app/base/convert.h"
#include "core/image/image_files.h"

namespace gbs::app {

namespace {

/// A search that ends sooner gives its images at once and in order.
constexpr qint64 batch_milliseconds = 300;

/// One search: collects paths and passes on what was found every now and then.
class Search {
 public:
    using Batch = std::function<void(const QStringList& images, bool is_first)>;

    Search(bool recursive, std::stop_token stop, Batch batch)
        : recursive_(recursive), stop_(std::move(stop)), batch_(std::move(batch)) {
        clock_.start();
    }

    void add_file(const QString& path) { images_.push_back(to_path(path).native()); }

    void add_folder(const QString& folder) {
        const auto begin = static_cast<std::ptrdiff_t>(images_.size());
        visit_images(
            to_path(folder), recursive_,
            [this](const std::filesystem::path& image) {
                images_.push_back(image.native());
                if (clock_.hasExpired(batch_milliseconds)) send_batch();
                return !stop_.stop_requested();
            },
            [this](const std::filesystem::path& entered) {
                if (folders_.size() < FolderScanner::most_folders) folders_ << to_qstring(entered);
                return !stop_.stop_requested();
            });
        // What was sent keeps its place until the search is complete.
        std::sort(images_.begin() + begin, images_.end(),
                  [](const std::string& a, const std::string& b) { return natural_less(a, b); });
    }

    QStringList images() const { return decoded(images_); }
    const QStringList& folders() const { return folders_; }
    bool stopped() const { return stop_.stop_requested(); }

 private:
    static QStringList decoded(std::span<const std::string> paths) {
        QStringList images;
        images.reserve(static_cast<qsizetype>(paths.size()));
        for (const std::string& path : paths)
            images << QFile::decodeName(
                QByteArray::fromRawData(path.data(), static_cast<qsizetype>(path.size())));
        return images;
    }

    void send_batch() {
        std::vector<std::string> batch(images_.begin() + static_cast<std::ptrdiff_t>(sent_), images_.end());
        std::sort(batch.begin(), batch.end(),
                  [](const std::string& a, const std::string& b) { return natural_less(a, b); });
        batch_(decoded(batch), sent_ == 0);
        sent_ = images_.size();
        clock_.restart();
    }

    bool recursive_;
    std::stop_token stop_;
    Batch batch_;
    QElapsedTimer clock_;
    std::vector<std::string> images_;
    std::size_t sent_ = 0;
    QStringList folders_;
};

}  // namespace

FolderScanner::FolderScanner(QObject* parent)
    : QObject(parent),
      worker_([this](const Request& request, std::stop_token stop) { handle(request, std::move(stop)); }) {}

void FolderScanner::scan(const QStringList& paths, bool recursive) {
    worker_.submit({++newest_, paths, recursive, false});
}

void FolderScanner::scan_again(const QStringList& paths, bool recursive) {
    worker_.submit({++newest_, paths, recursive, true});
}

template <class Report>
void FolderScanner::post(quint64 id, Report report) {
    QMetaObject::invokeMethod(
        this,
        [this, id, report] {
            if (id == newest_) report();
        },
        Qt::QueuedConnection);
}

void FolderScanner::handle(const Request& request, std::stop_token stop) {
    try {
        Search search(request.recursive, stop, [this, &request](const QStringList& images, bool is_first) {
            post(request.id, [this, images, is_first] { Q_EMIT found(images, is_first); });
        });
        const QStringList& paths = request.paths;
        const bool single = paths.size() == 1 && !request.again && QFileInfo(paths.front()).isFile();
        for (const QString& path : paths) {
            const QFileInfo info(path);
            if (single)
                search.add_folder(info.absolutePath());
            else if (info.isFile())
                search.add_file(info.absoluteFilePath());
            else if (info.exists() || !request.again || paths.size() == 1)
                search.add_folder(info.absoluteFilePath());
        }
        if (search.stopped()) return;
        const QString first = single ? QFileInfo(paths.front()).absoluteFilePath() : QString();
        finish(request, search.images(), first, search.folders());
    } catch (const std::exception& error) {
        const QString reason = QString::fromUtf8(error.what());
        post(request.id, [this, reason] { Q_EMIT failed(reason); });
    }
}

void FolderScanner::finish(const Request& request, QStringList images, QString first,
                           const QStringList& folders) {
    if (request.paths.size() > 1) images.removeDuplicates();
    // A name that does not look like an image: asked for by name, so it is tried.
    if (!first.isEmpty() && !images.contains(first)) images.prepend(first);
    if (images.isEmpty() && !request.again) {
        const QString place = QDir::toNativeSeparators(request.paths.value(0));
        const QString reason =
            request.recursive
                ? tr("%1: there are no images in it or below").arg(place)
                : tr("%1: there are no images in it. “Include Subfolders” looks below.").arg(place);
        post(request.id, [this, reason] { Q_EMIT failed(reason); });
        return;
    }
    if (first.isEmpty()) first = images.value(0);
    post(request.id, [this, images, first, folders] { Q_EMIT scanned(images, first, folders); });
}

}  // namespace gbs::app
