using Microsoft.AspNetCore.Hosting;

namespace Weft.AspNetCore;

/// <summary>Adds Weft to the application that names this hosting startup; the package's targets do.</summary>
public sealed class WeftHostingStartup : IHostingStartup
{
    /// <inheritdoc/>
    public void Configure(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ConfigureServices(static services => services.AddWeft());
    }
}
