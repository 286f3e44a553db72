using System.Diagnostics;

namespace Weft.Capture;

/// <summary>The interned steps of the process.</summary>
// Design: an open-addressing table that is only ever added to. Readers take no lock: they see either the old or the new array, and a slot
// goes from null to a finished step once. A reader that misses looks again under the lock.
internal static class Steps
{
    /// <summary>Most steps that are told apart: a loop that feeds its own result back makes a longer way in every round.</summary>
    internal const int Limit = 1 << 20;

    private static readonly Lock _gate = new();
    private static Step?[] _slots = new Step?[1024];
    private static Step[] _byId = new Step[512];
    private static int _count;

    /// <summary>The number of steps interned so far; they have the ids 1 to this.</summary>
    internal static int Count => Volatile.Read(ref _count);

    /// <summary>The step with an id that <see cref="Intern"/> gave.</summary>
    internal static Step Get(int id) => Volatile.Read(ref _byId)[id - 1];

    /// <summary>The id (1 or more) of the step at a site handle whose inputs came by the given steps.</summary>
    internal static int Intern(int site, int input = 0, int second = 0)
    {
        int number = SiteRegistry.NumberOf(site);
        return Find(Volatile.Read(ref _slots), number, input, second)?.Id ?? Add(number, input, second);
    }

    private static Step? Find(Step?[] slots, int site, int input, int second)
    {
        int mask = slots.Length - 1;
        for (int at = Hash(site, input, second) & mask; ; at = (at + 1) & mask)
        {
            Step? step = Volatile.Read(ref slots[at]);
            if (step is null) return null;
            if (step.Site == site && step.Input == input && step.Second == second) return step;
        }
    }

    private static int Add(int site, int input, int second)
    {
        lock (_gate)
        {
            if (Find(_slots, site, input, second) is { } known) return known.Id;
            if (_count >= Limit && (input | second) != 0)
            {
                // The way from here back is cut short: a step without a site says so.
                int untold = Find(_slots, 0, 0, 0)?.Id ?? Append(0, 0, 0);
                return Find(_slots, site, untold, 0)?.Id ?? Append(site, untold, 0);
            }
            return Append(site, input, second);
        }
    }

    private static int Append(int site, int input, int second)
    {
        Debug.Assert(input <= _count && second <= _count, "the inputs of a step are interned before it");
        var step = new Step(_count + 1, site, input, second);
        if (_count == _byId.Length)
        {
            Step[] larger = new Step[_byId.Length * 2];
            _byId.CopyTo(larger, 0);
            Volatile.Write(ref _byId, larger);
        }
        _byId[_count] = step;
        if (2 * (_count + 1) > _slots.Length) Grow();
        Insert(_slots, step);
        Volatile.Write(ref _count, _count + 1);
        return step.Id;
    }

    private static void Grow()
    {
        var larger = new Step?[_slots.Length * 2];
        foreach (Step? step in _slots)
            if (step is not null) Insert(larger, step);
        Volatile.Write(ref _slots, larger);
    }

    private static void Insert(Step?[] slots, Step step)
    {
        int mask = slots.Length - 1;
        int at = Hash(step.Site, step.Input, step.Second) & mask;
        while (slots[at] is not null) at = (at + 1) & mask;
        Volatile.Write(ref slots[at], step);
    }

    private static int Hash(int site, int input, int second) =>
        (int)(((uint)site * 0x9E3779B1u + (uint)input * 0x85EBCA77u + (uint)second * 0xC2B2AE3Du) * 0x27D4EB2Fu >> 8);
}
