using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Weft.PrivateAccess;

namespace Weft.Dataflow;

/// <summary>What the blocks of the base library do not tell: their locks, their counters, and what they call when a message comes out.</summary>
// Design: the types of the fields are internal, and one of them is a struct, which no accessor of the runtime can name. Fields are read by reflection once a block;
// what is asked for once a message is compiled once a type. A library that lacks a member is told by MissingMemberException, and lineage then ends at blocks.
internal static class PrivateMembers
{
    private static readonly ConcurrentDictionary<(Type, string), Func<object, long>> _counters = new();

    /// <summary>Whether this process can read them at all.</summary>
    internal static bool AreReadable => RuntimeFeature.IsDynamicCodeSupported;

    /// <summary>The object that a field of <paramref name="owner"/> holds.</summary>
    /// <exception cref="MissingMemberException">There is no such field, or it holds nothing.</exception>
    internal static object Get(object owner, string field) => Find(owner, field) ?? throw new MissingFieldException(owner.GetType().FullName, field);

    /// <summary>As <see cref="Get"/>, of a field that may hold nothing.</summary>
    internal static object? Find(object owner, string field) => PrivateCode.Field(owner.GetType(), field).GetValue(owner);

    /// <summary>Puts another object into a field that is set by its object's constructor.</summary>
    internal static void Set(object owner, string field, object value) => PrivateCode.Field(owner.GetType(), field).SetValue(owner, value);

    /// <summary>Reads a number of an object: <paramref name="path"/> names fields and properties, separated by dots.</summary>
    internal static Func<object, long> Counter(object owner, string path) => _counters.GetOrAdd((owner.GetType(), path), static key => Compile(key.Item1, key.Item2));

    private static Func<object, long> Compile(Type owner, string path) => PrivateCode.Compile<Func<object, long>>(owner, il =>
    {
        il.Emit(PrivateCode.FirstArgument);
        il.Emit(OpCodes.Castclass, owner);
        Type at = owner;
        foreach (string name in path.Split('.'))
        {
            if (PrivateCode.FindProperty(at, name) is { } property)
            {
                il.Emit(OpCodes.Callvirt, property.GetMethod!);
                at = property.PropertyType;
                continue;
            }
            FieldInfo field = PrivateCode.Field(at, name);
            il.Emit(OpCodes.Ldfld, field); // of a struct that was loaded as a value, too
            at = field.FieldType;
        }
        il.Emit(OpCodes.Conv_I8);
    });
}
