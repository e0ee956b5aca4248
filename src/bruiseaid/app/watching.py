"""Watches a folder of rules, and says when it was changed and has been left alone for a while."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

PAUSE_MS = 1500


class Watching(QObject):
    """`changed` is sent once nothing was written for `PAUSE_MS`: an edit saved in parts is read when it is whole."""

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._watcher.fileChanged.connect(lambda: self._pause.start())
        self._watcher.directoryChanged.connect(self._stirred)
        self._pause.timeout.connect(self._rest)
        self._watch()

    def _stirred(self, path: str) -> None:
        """Begins the pause; anew for the folder itself, but not for its neighbours, who may never be at rest."""
        if path != str(self._folder.parent) or not self._pause.isActive():
            self._pause.start()

    def _rest(self) -> None:
        self._watch()
        self.changed.emit()

    def _watch(self) -> None:
        """Watches all anew: editors put new files, and people whole folders, in the place of those watched."""
        if old := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(old)
        if new := [str(path) for path in self._paths() if path.exists()]:
            self._watcher.addPaths(new)

    def _paths(self) -> list[Path]:
        folders = [self._folder, self._folder / "boroughs", self._folder / "scenarios"]
        return [self._folder.parent, *folders, *(path for one in folders for path in one.glob("*.yaml"))]
