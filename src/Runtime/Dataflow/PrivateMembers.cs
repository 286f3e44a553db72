using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Weft.Dataflow;

/// <summary>What the blocks of the base library do not tell: their locks, their counters, and what they call when a message comes out.</summary>
// Design: the types of the fields are internal, and one of them is a struct, which no accessor of the runtime can name. Fields are read by reflection once a block;
// what is asked for once a message is compiled once a type. A library that lacks a member is told by MissingMemberException, and lineage then ends at blocks.
internal static class PrivateMembers
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<(Type, string), Func<object, long>> _counters = new();

    /// <summary>Whether this process can read them at all.</summary>
    internal static bool AreReadable => RuntimeFeature.IsDynamicCodeSupported;

    /// <summary>The object that a field of <paramref name="owner"/> holds.</summary>
    /// <exception cref="MissingMemberException">There is no such field, or it holds nothing.</exception>
    internal static object Get(object owner, string field) => Find(owner, field) ?? throw Missing(owner.GetType(), field);

    /// <summary>As <see cref="Get"/>, of a field that may hold nothing.</summary>
    internal static object? Find(object owner, string field) => Field(owner.GetType(), field).GetValue(owner);

    /// <summary>Puts another object into a field that is set by its object's constructor.</summary>
    internal static void Set(object owner, string field, object value) => Field(owner.GetType(), field).SetValue(owner, value);

    /// <summary>Reads a number of an object: <paramref name="path"/> names fields and properties, separated by dots.</summary>
    internal static Func<object, long> Counter(object owner, string path) => _counters.GetOrAdd((owner.GetType(), path), static key => Compile(key.Item1, key.Item2));

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Not called where no code can be made at run time: see AreReadable.")]
    private static Func<object, long> Compile(Type owner, string path)
    {
        var method = new DynamicMethod(path, typeof(long), [typeof(object)], owner, skipVisibility: true);
        ILGenerator il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Castclass, owner);
        Type at = owner;
        foreach (string name in path.Split('.'))
        {
            if (FindProperty(at, name) is { } property)
            {
                il.Emit(OpCodes.Callvirt, property.GetMethod!);
                at = property.PropertyType;
                continue;
            }
            FieldInfo field = Field(at, name);
            il.Emit(OpCodes.Ldfld, field); // of a struct that was loaded as a value, too
            at = field.FieldType;
        }
        il.Emit(OpCodes.Conv_I8);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<object, long>>();
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was trimmed is missing, and lineage then ends at blocks.")]
    private static PropertyInfo? FindProperty(Type type, string name) => type.GetProperty(name, Any);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was trimmed is missing, and lineage then ends at blocks.")]
    private static FieldInfo Field(Type type, string name) => type.GetField(name, Any) ?? throw Missing(type, name);

    private static MissingFieldException Missing(Type type, string name) => new(type.FullName, name);
}
