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
#include "core/base/error.h"
#include "core/image/image_files.h"

namespace gbs::app {

namespace {

/// Shorter scans deliver their images at once, in order.
constexpr qint64 batch_milliseconds = 300;

/// One scan: collects paths and delivers them in batches.
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
                if (folders_.size() < FolderScanner::max_folders) folders_ << to_qstring(entered);
                return !stop_.stop_requested();
            });
        // Delivered batches keep their order until the scan is complete.
        std::sort(images_.begin() + begin, images_.end(),
                  [](const std::string& a, const std::string& b) { return natural_less(a, b); });
    }

    QStringList images() const { return decoded(images_); }
    const QStringList& folders() const { return folders_; }

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

FolderScanner::FolderScanner(QObject* parent) : QObject(parent) {}

void FolderScanner::scan(const QStringList& paths, bool recursive) {
    submit({paths, recursive, false});
}

void FolderScanner::scan_again(const QStringList& paths, bool recursive) {
    submit({paths, recursive, true});
}

void FolderScanner::submit(const Request& request) {
    tasks_.submit(
        this, [this, request](const std::stop_token& stop) { return search(request, stop); },
        [this](const Result& result) { Q_EMIT scanned(result.images, result.first, result.folders); },
        [this](const QString& reason) { Q_EMIT failed(reason); });
}

FolderScanner::Result FolderScanner::search(const Request& request, const std::stop_token& stop) {
    Search search(request.recursive, stop, [this, &stop](const QStringList& images, bool is_first) {
        deliver(this, stop, [this, images, is_first] { Q_EMIT found(images, is_first); });
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
    if (stop.stop_requested()) throw Cancelled();
    QStringList images = search.images();
    if (paths.size() > 1) images.removeDuplicates();
    QString first = single ? QFileInfo(paths.front()).absoluteFilePath() : images.value(0);
    // The user asked for this file, so it is tried even if its name is not that of an image.
    if (single && !images.contains(first)) images.prepend(first);
    if (images.isEmpty() && !request.again) {
        const QString place = QDir::toNativeSeparators(paths.value(0));
        throw Error(
            (request.recursive
                 ? tr("%1 and its subfolders contain no images").arg(place)
                 : tr("%1 contains no images. Turn on “Include Subfolders” to search below it.").arg(place))
                .toStdString());
    }
    return {images, first, search.folders()};
}

}  // namespace gbs::app
