// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

namespace gbs::app {

class ImagesController;
class MainWindow;
class ReviewSession;
struct MergedReviews;

/// Reviews of several people: takes in the files of others, and lists the photos on which people disagree.
class TeamController : public QObject {
    Q_OBJECT

 public:
    TeamController(MainWindow& window, ImagesController& images);

    /// Lists the photos with a phrase on which all of these people have a verdict and not the same one. Nobody: any
    /// people.
    void list_disagreements(const QStringList& people);

 private:
    void import_dialog();
    void ask_name(const QString& folder, const QString& file);
    void report(const QString& file, const MergedReviews& merged);
    QString folder() const;

    MainWindow& window_;
    ImagesController& images_;
    ReviewSession& session_;
};

}  // namespace gbs::app
