using System.Runtime.CompilerServices;
using System.Threading.Tasks.Dataflow;
using Weft.Capture;

namespace Weft.Dataflow;

/// <summary>The blocks that woven code has made, and where messages come into and out of each.</summary>
internal static class Blocks
{
    private static readonly ConditionalWeakTable<object, Entrance> _entrances = new();
    private static readonly ConditionalWeakTable<object, Exit> _exits = new();
    private static bool _areUnknown = !PrivateMembers.AreReadable;

    /// <summary>Where messages come into a block; null of one that nobody follows.</summary>
    internal static Entrance? EntranceOf(object? target) => target is not null && _entrances.TryGetValue(target, out Entrance? entrance) ? entrance : null;

    /// <summary>Where messages come out of a block; null of one that nobody follows.</summary>
    internal static Exit? ExitOf(object? source) => source is not null && _exits.TryGetValue(source, out Exit? exit) ? exit : null;

    /// <summary>Follows what comes into a block.</summary>
    internal static void Follow(object target, Entrance entrance) => _entrances.AddOrUpdate(target, entrance);

    /// <summary>Follows what comes out of a block.</summary>
    internal static void Follow(object source, Exit exit) => _exits.AddOrUpdate(source, exit);

    /// <summary>Follows a new block, if it is made as expected; else its messages carry no spans.</summary>
    internal static TBlock Followed<TBlock>(TBlock block, Action<TBlock> follow)
    {
        if (_areUnknown) return block;
        try
        {
            follow(block);
        }
        catch (MissingMemberException missing)
        {
            _areUnknown = true;
            Complaints.Write($"The blocks of this version of System.Threading.Tasks.Dataflow are not known ({missing.Message}); their messages carry no lineage.");
        }
        return block;
    }

    /// <summary>The target that a source is linked to: one that brings spans along, where both are followed.</summary>
    internal static ITargetBlock<T> Between<T>(object? source, ITargetBlock<T> target) =>
        ExitOf(source) is { } exit && EntranceOf(target) is { } entrance ? new Link<T>(exit, target, entrance) : target;
}
