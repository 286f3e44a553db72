using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weft.Fody.Planning.Messages;

/// <summary>The code that ASP.NET Core calls with a request: delegates that a method gives to an application, and the methods of controllers, hubs and middleware.</summary>
internal static class Endpoints
{
    private const string Builder = "Microsoft.AspNetCore.Builder";

    private static readonly HashSet<string> _bases = new(StringComparer.Ordinal) { "Microsoft.AspNetCore.Mvc.ControllerBase", "Microsoft.AspNetCore.Mvc.Controller", "Microsoft.AspNetCore.Mvc.RazorPages.PageModel" };

    /// <summary>Whether an instruction gives a delegate to an application.</summary>
    public static bool IsMapped(Instruction instruction) => instruction.OpCode.Code is Code.Call or Code.Callvirt && instruction.Operand is MethodReference { DeclaringType: { Namespace: Builder } type } called
        && type.Name is "EndpointRouteBuilderExtensions" or "UseExtensions" or "RunExtensions" or "MapExtensions" && (called.Name.StartsWith("Map", StringComparison.Ordinal) || called.Name is "Use" or "Run");

    /// <summary>Whether a method is one that requests come to by its class.</summary>
    public static bool IsAction(MethodDefinition method)
    {
        if (!method.IsPublic || method.IsStatic || method.IsConstructor || method.IsSpecialName) return false;
        if (method.Name is "InvokeAsync" or "Invoke" && method.Parameters.Count > 0 && method.Parameters[0].ParameterType.FullName == "Microsoft.AspNetCore.Http.HttpContext") return true;
        for (TypeReference? type = method.DeclaringType.BaseType; type is not null && type.Namespace != "System"; type = type.Resolve()?.BaseType)
            if (_bases.Contains(type.FullName)) return true;
        return false;
    }
}
