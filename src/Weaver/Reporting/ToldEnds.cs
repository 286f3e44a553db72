using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Planning;
using Weft.Fody.Selection;
using Weft.Fody.Source;

namespace Weft.Fody.Reporting;

/// <summary>Tells the build of each place at which a flow ends, or may: of all that makes answers say <i>incomplete</i> for how the code is written.</summary>
/// <param name="log">Takes the messages.</param>
/// <param name="boundary">The methods in which lineage ends on purpose: nothing is said of them.</param>
/// <param name="required">Those that must not lose lineage, which <c>weft doctor</c> fails for: the message says so.</param>
internal sealed class ToldEnds(BuildLog log, MarkedMethods boundary, MarkedMethods required)
{
    private const string Required = "under [LineageRequired] ";
    private const string WhatComesOut = "Answers about what comes out of it say incomplete and name this place.";
    private const string WhatIsRead = "Answers about what is read from it say incomplete and name this place.";
    private const string WhatCannotBeNamed = "Answers that cannot name them say incomplete and name this place.";

    private readonly HashSet<(string? File, int Line, int Column, string Message)> _told = [];

    /// <summary>Tells of what one site of a method does, if a flow ends by it.</summary>
    public void Tell(MethodDefinition method, PlannedSite site)
    {
        if (MessageOf(site) is not { } message || boundary.Include(method)) return;
        if (!_told.Add((site.Row.File, site.Row.Line, site.Row.Column, message))) return; // what is woven in several steps is one place
        log.Ends(site.Location, required.Include(method) ? Required + message : message);
    }

    /// <summary>Tells of a call by which records leave what Weft follows.</summary>
    public void Tell(MethodDefinition method, Instruction call)
    {
        if (boundary.Include(method)) return;
        var called = (MethodReference)call.Operand;
        string message = $"the flow ends at {called.Name}: {called.DeclaringType.Name.Split('`')[0]}.{called.Name} hands records on where nobody follows them. Answers about what comes out of it do not know where it came from.";
        log.Ends(SourceLocation.Of(method, call), required.Include(method) ? Required + message : message);
    }

    private static string? MessageOf(PlannedSite site) => site switch
    {
        FlowEnd end => $"the flow ends at {end.Row.Operator}: {end.Reason}. {WhatComesOut}",
        FillSite fill when IsOfRecords(fill.Call) => $"the flow may end at {NameOf(fill)}: nobody follows which record it puts into the collection. {WhatIsRead}",
        CopySite copy => $"the flow may end at {NameOf(copy)}: nobody follows which record is copied where. {WhatIsRead}",
        Yield { Point.IsKept: true } yield => $"the flow may end at this yield of {yield.Row.Method}: what it yields may be made of records that were read earlier. {WhatCannotBeNamed}",
        LoopCall { Followed.IsKept: true } call => $"the flow may end at {NameOf(call)}: what it puts in may be made of records that were read earlier. {WhatCannotBeNamed}",
        HandSite { Handed: { IsKept: true } or { IsOfLambda: true } } hand => $"the flow may end at {NameOf(hand)}: what it is given may be made of other records than those that are at hand. {WhatCannotBeNamed}",
        Note { Kind: NoteKind.Fill } note => $"the flow may end at {note.Row.Operator}: its lambda puts records into a collection. {WhatIsRead}",
        Note { Kind: NoteKind.Remember } note => $"the flow may end at {note.Row.Operator}: its lambda remembers records that it was given earlier. {WhatCannotBeNamed}",
        _ => null,
    };

    // What says of nothing what it holds (headers, parameters of a command) is a library's for its own purposes.
    private static bool IsOfRecords(Instruction put) => put.Operand is not MethodReference { DeclaringType: not (GenericInstanceType or ArrayType) and not { FullName: "System.Array" } };

    // Add alone could be anything's.
    private static string NameOf(PlannedSite site)
    {
        if (site.Call.Operand is not MethodReference { DeclaringType: not ArrayType } called || site.Row.Operator.StartsWith("new ", StringComparison.Ordinal)) return site.Row.Operator;
        string type = called.DeclaringType.Name.Split('`')[0];
        return type.StartsWith("<", StringComparison.Ordinal) ? site.Row.Operator : type + "." + site.Row.Operator.Replace("[..] =", "this[]");
    }
}
