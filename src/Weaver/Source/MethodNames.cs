using Mono.Cecil;

namespace Weft.Fody.Source;

/// <summary>
/// Names methods as a person would: <c>Report.TopRoutes</c>. Lambdas, local functions and state machines go by the method they were written
/// in; properties and events by their own name; a constructor is <c>new Report</c>.
/// </summary>
internal sealed class MethodNames
{
    private readonly Dictionary<TypeDefinition, MethodDefinition?> _kickoffs = [];

    /// <summary>Type and method: <c>Report.TopRoutes</c>.</summary>
    public string Full(MethodDefinition method)
    {
        MethodDefinition source = SourceMethod(method);
        string type = TypeName(SourceType(source.DeclaringType));
        return source.Name switch
        {
            ".ctor" => "new " + type,
            ".cctor" => "static " + type,
            _ => type + "." + Simple(source),
        };
    }

    /// <summary>The method alone: <c>TopRoutes</c>.</summary>
    public string Simple(MethodDefinition method)
    {
        MethodDefinition source = SourceMethod(method);
        string name = GeneratedNames.SourceMethod(source.Name) ?? source.Name;
        // An explicit implementation is named after the interface too, with dashes for dots in its state machine.
        name = name.Substring(LastSeparator(name) + 1);
        bool isAccessor = source.IsGetter || source.IsSetter || source.IsAddOn || source.IsRemoveOn;
        if (isAccessor) name = name.Substring(name.IndexOf('_') + 1);
        return name == "Item" && isAccessor ? "this[]" : name;
    }

    /// <summary>The method that a state machine's <c>MoveNext</c> was made from; any other method itself.</summary>
    public MethodDefinition SourceMethod(MethodDefinition method)
    {
        if (!GeneratedNames.IsGenerated(method.DeclaringType.Name)) return method;
        if (!_kickoffs.TryGetValue(method.DeclaringType, out MethodDefinition? kickoff))
            _kickoffs.Add(method.DeclaringType, kickoff = FindKickoff(method.DeclaringType));
        return kickoff ?? method;
    }

    /// <summary>Whether the compiler made the method up, other than as the body of a method a person wrote.</summary>
    public bool IsMadeUp(MethodDefinition method)
    {
        MethodDefinition source = SourceMethod(method);
        return source.Name != "<Main>$" && (GeneratedNames.IsGenerated(source.Name) || source.DeclaringType != SourceType(source.DeclaringType));
    }

    private static MethodDefinition? FindKickoff(TypeDefinition stateMachine) =>
        stateMachine.DeclaringType?.Methods.FirstOrDefault(method => StateMachine.Of(method)?.Resolve() == stateMachine);

    private static TypeDefinition SourceType(TypeDefinition type)
    {
        while (type.DeclaringType is not null && GeneratedNames.IsGenerated(type.Name) && GeneratedNames.FileLocalType(type.Name) is null) type = type.DeclaringType;
        return type;
    }

    private static string TypeName(TypeDefinition type)
    {
        string name = GeneratedNames.FileLocalType(type.Name) ?? type.Name;
        int arity = name.IndexOf('`');
        if (arity >= 0)
        {
            int own = int.Parse(name.Substring(arity + 1), System.Globalization.CultureInfo.InvariantCulture);
            IEnumerable<string> arguments = type.GenericParameters.Skip(type.GenericParameters.Count - own).Select(p => p.Name);
            name = name.Substring(0, arity) + "<" + string.Join(", ", arguments) + ">";
        }
        return type.DeclaringType is null ? name : TypeName(SourceType(type.DeclaringType)) + "." + name;
    }

    private static int LastSeparator(string name)
    {
        int depth = 0;
        for (int i = name.Length - 1; i > 0; i--)
        {
            if (name[i] == '>') depth++;
            else if (name[i] == '<') depth--;
            else if (depth == 0 && name[i] is '.' or '-') return i;
        }
        return -1;
    }
}
