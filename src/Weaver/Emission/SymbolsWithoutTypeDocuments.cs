using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;

namespace Weft.Fody.Emission;

/// <summary>
/// A module's symbols without the documents of types that have no code. That blob holds row numbers of documents, which change when the PDB is
/// written anew, and Cecil would copy it as it is. It reads the blobs of types again while it writes, so they cannot be taken off the types.
/// </summary>
internal sealed class SymbolsWithoutTypeDocuments : ISymbolReader
{
    private static readonly Guid _typeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly ISymbolReader _symbols;

    private SymbolsWithoutTypeDocuments(ISymbolReader symbols) => _symbols = symbols;

    public static void Use(ModuleDefinition module)
    {
        if (module.SymbolReader is { } symbols) module.ReadSymbols(new SymbolsWithoutTypeDocuments(symbols));
    }

    public Collection<CustomDebugInformation> Read(ICustomDebugInformationProvider provider)
    {
        Collection<CustomDebugInformation> all = _symbols.Read(provider);
        return provider is TypeDefinition && all is not null
            ? new Collection<CustomDebugInformation>(all.Where(info => info.Identifier != _typeDefinitionDocuments).ToList())
            : all!;
    }

    public MethodDebugInformation Read(MethodDefinition method) => _symbols.Read(method);

    public ISymbolWriterProvider GetWriterProvider() => _symbols.GetWriterProvider();

    // The symbols were found to belong to the module when they were read first.
    public bool ProcessDebugHeader(ImageDebugHeader header) => true;

    public void Dispose() => _symbols.Dispose();
}
