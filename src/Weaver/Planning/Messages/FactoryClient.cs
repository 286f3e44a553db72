using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Configuration;
using Weft.Fody.Il;

namespace Weft.Fody.Planning.Messages;

/// <summary>The calls by which a program says that a factory makes clients of HTTP: <c>services.AddHttpClient(..)</c>.</summary>
internal static class FactoryClient
{
    private const string Namespace = "Microsoft.Extensions.DependencyInjection";
    private const string Services = Namespace + ".HttpClientFactoryServiceCollectionExtensions";

    /// <summary>What configures one name's clients.</summary>
    public const string Builder = Namespace + ".IHttpClientBuilder";

    /// <summary>The class that adds handlers to them.</summary>
    public const string BuilderExtensions = "HttpClientBuilderExtensions";

    /// <summary>Such calls of a method; none when the mode never records.</summary>
    public static HashSet<Instruction> Find(MethodIl il, WeaverMode mode) => mode != WeaverMode.Record
        ? []
        : [.. il.Instructions.Where(i => i.OpCode.Code == Code.Call && i.Operand is MethodReference { Name: "AddHttpClient", DeclaringType.FullName: Services } && i.Previous?.OpCode.Code != Code.Tail)];
}
