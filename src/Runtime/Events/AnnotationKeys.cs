using System.Collections.Concurrent;

namespace Weft.Events;

/// <summary>The keys of annotations, by number from 1; interned for the life of the process.</summary>
internal static class AnnotationKeys
{
    /// <summary>The most keys that are told apart.</summary>
    internal const int Limit = 1 << 16;

    private const string Others = "…";

    private static readonly Lock _gate = new();
    private static readonly ConcurrentDictionary<string, int> _numbers = new();
    private static string[] _byNumber = new string[64];
    private static int _count;

    /// <summary>The number of keys so far; they have the numbers 1 to this.</summary>
    internal static int Count => Volatile.Read(ref _count);

    /// <summary>The key with a number that <see cref="Intern"/> gave.</summary>
    internal static string Get(int number) => Volatile.Read(ref _byNumber)[number - 1];

    /// <summary>The number of a key.</summary>
    internal static int Intern(string key) => _numbers.TryGetValue(key, out int number) ? number : Add(key);

    private static int Add(string key)
    {
        lock (_gate)
        {
            if (_numbers.TryGetValue(key, out int known)) return known;
            if (_count == Limit) return _numbers[Others];
            if (_count == 0) Append(Others);
            return _numbers.TryGetValue(key, out known) ? known : Append(key);
        }
    }

    private static int Append(string key)
    {
        if (_count == _byNumber.Length)
        {
            string[] larger = new string[_byNumber.Length * 2];
            _byNumber.CopyTo(larger, 0);
            Volatile.Write(ref _byNumber, larger);
        }
        _byNumber[_count] = key;
        Volatile.Write(ref _count, _count + 1);
        return _numbers[key] = _count;
    }
}
