namespace Weft.Events.Synchronization;

/// <summary>One of the ways to hold a <see cref="ReaderWriterLockSlim"/>.</summary>
internal interface IReaderWriterMode
{
    /// <summary>Whether only a writer keeps one out.</summary>
    static abstract bool IsReader { get; }

    /// <summary>Whether it keeps readers out, so that they go on from its release.</summary>
    static abstract bool IsWriter { get; }

    /// <summary>Whether the calling thread holds the lock in this way.</summary>
    static abstract bool IsHeld(ReaderWriterLockSlim @lock);

    /// <summary>Enters, waiting at most so many milliseconds; -1 is for ever.</summary>
    static abstract bool TryEnter(ReaderWriterLockSlim @lock, int millisecondsTimeout);

    /// <summary>Leaves.</summary>
    static abstract void Exit(ReaderWriterLockSlim @lock);
}

/// <summary>As one of several readers.</summary>
internal readonly struct ReadMode : IReaderWriterMode
{
    /// <inheritdoc/>
    public static bool IsReader => true;

    /// <inheritdoc/>
    public static bool IsWriter => false;

    /// <inheritdoc/>
    public static bool IsHeld(ReaderWriterLockSlim @lock) => @lock.IsReadLockHeld;

    /// <inheritdoc/>
    public static bool TryEnter(ReaderWriterLockSlim @lock, int millisecondsTimeout) => @lock.TryEnterReadLock(millisecondsTimeout);

    /// <inheritdoc/>
    public static void Exit(ReaderWriterLockSlim @lock) => @lock.ExitReadLock();
}

/// <summary>Alone.</summary>
internal readonly struct WriteMode : IReaderWriterMode
{
    /// <inheritdoc/>
    public static bool IsReader => false;

    /// <inheritdoc/>
    public static bool IsWriter => true;

    /// <inheritdoc/>
    public static bool IsHeld(ReaderWriterLockSlim @lock) => @lock.IsWriteLockHeld;

    /// <inheritdoc/>
    public static bool TryEnter(ReaderWriterLockSlim @lock, int millisecondsTimeout) => @lock.TryEnterWriteLock(millisecondsTimeout);

    /// <inheritdoc/>
    public static void Exit(ReaderWriterLockSlim @lock) => @lock.ExitWriteLock();
}

/// <summary>As the one reader that may become the writer.</summary>
internal readonly struct UpgradeableReadMode : IReaderWriterMode
{
    /// <inheritdoc/>
    public static bool IsReader => false;

    /// <inheritdoc/>
    public static bool IsWriter => false;

    /// <inheritdoc/>
    public static bool IsHeld(ReaderWriterLockSlim @lock) => @lock.IsUpgradeableReadLockHeld;

    /// <inheritdoc/>
    public static bool TryEnter(ReaderWriterLockSlim @lock, int millisecondsTimeout) => @lock.TryEnterUpgradeableReadLock(millisecondsTimeout);

    /// <inheritdoc/>
    public static void Exit(ReaderWriterLockSlim @lock) => @lock.ExitUpgradeableReadLock();
}
