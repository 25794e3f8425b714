using DtcGen.Datasets;

namespace DtcGen.Samples.Mnist;

/// <summary>MNIST from its mirrors, in the user's own cache folder.</summary>
public sealed class MnistCache : DataCache
{
    public override string Folder { get; } = MnistDownload.DefaultFolder();

    public override bool IsFilled => Datasets.Mnist.Exists(Folder);

    public override async Task FetchAsync(IProgress<DownloadProgress> progress, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        await new MnistDownload(client).FetchAsync(Folder, progress, cancellationToken);
    }
}
