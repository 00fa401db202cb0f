#include "platform/sound/sound.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "gfx/recording_header.h"

enum {
    RATE_HZ = 48000,
    CHANNELS = 2,
    BUFFER_FRAMES = 1024, /* a fiftieth of a second until it is silent */
    CLIP_CHANNEL = 0,
    WAV_HEADER = 44,
    PERCENT = 100,
};

struct Sound {
    Mix_Music *recording; /* NULL: none */
};

struct SoundClip {
    Mix_Chunk *chunk;
};

bool sound_device_exists(void)
{
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return false;
    const char *driver = SDL_GetCurrentAudioDriver();
    bool heard = driver && strcmp(driver, "dummy") != 0;
    /* -1: the driver cannot list them, and opening will tell. */
    bool exists = heard && SDL_GetNumAudioDevices(0) != 0;
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    return exists;
}

Sound *sound_open(void)
{
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        fprintf(stderr, "hearth: there is no sound: %s\n", SDL_GetError());
        return NULL;
    }
    if (Mix_OpenAudioDevice(RATE_HZ, AUDIO_S16SYS, CHANNELS, BUFFER_FRAMES, NULL, 0) != 0) {
        fprintf(stderr, "hearth: there is no sound: %s\n", Mix_GetError());
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return NULL;
    }
    Mix_Init(MIX_INIT_OGG | MIX_INIT_OPUS);
    Mix_AllocateChannels(CLIP_CHANNEL + 1);
    return mem_alloc(sizeof(Sound));
}

void sound_close(Sound *sound)
{
    if (!sound) return;
    sound_stop(sound);
    Mix_CloseAudio();
    Mix_Quit();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    free(sound);
}

static uint32_t little_endian(const unsigned char *bytes, int count)
{
    uint32_t value = 0;
    for (int i = count; i-- > 0;) value = value << 8 | bytes[i];
    return value;
}

static void little_endian_put(unsigned char *bytes, uint32_t value)
{
    for (int i = 0; i < 4; i++) bytes[i] = (unsigned char)(value >> (8 * i));
}

/* A stream cannot know its length when it begins. Bytes a second; 0 if it is no such file. */
static uint32_t header_mend(unsigned char *bytes, size_t count)
{
    if (count <= WAV_HEADER || memcmp(bytes, "RIFF", 4) != 0 || memcmp(bytes + 8, "WAVEfmt ", 8) != 0) return 0;
    if (memcmp(bytes + 36, "data", 4) != 0 || little_endian(bytes + 34, 2) != 16) return 0;
    little_endian_put(bytes + 4, (uint32_t)count - 8);
    little_endian_put(bytes + 40, (uint32_t)count - WAV_HEADER);
    uint32_t bytes_a_second = little_endian(bytes + 28, 4);
    return bytes_a_second == little_endian(bytes + 24, 4) * little_endian(bytes + 22, 2) * 2 ? bytes_a_second : 0;
}

SoundClip *sound_clip_new(Sound *sound, unsigned char *bytes, size_t count, int64_t *length_ms)
{
    (void)sound; /* the device is open: its format is what is converted to */
    uint32_t bytes_a_second = count <= INT32_MAX ? header_mend(bytes, count) : 0;
    if (bytes_a_second == 0) return NULL;
    Mix_Chunk *chunk = Mix_LoadWAV_RW(SDL_RWFromConstMem(bytes, (int)count), 1);
    if (!chunk) return NULL;
    *length_ms = (int64_t)(count - WAV_HEADER) * 1000 / bytes_a_second;
    SoundClip *clip = mem_alloc(sizeof(*clip));
    clip->chunk = chunk;
    return clip;
}

void sound_clip_free(SoundClip *clip)
{
    if (!clip) return;
    if (Mix_GetChunk(CLIP_CHANNEL) == clip->chunk) Mix_HaltChannel(CLIP_CHANNEL);
    memset(clip->chunk->abuf, 0, clip->chunk->alen);
    Mix_FreeChunk(clip->chunk);
    free(clip);
}

void sound_play_clip(Sound *sound, SoundClip *clip)
{
    sound_stop(sound);
    Mix_PlayChannel(CLIP_CHANNEL, clip->chunk, 0);
}

bool sound_play_file(Sound *sound, const char *path, int64_t *length_ms)
{
    sound_stop(sound);
    /* What is inside decides about the decoder: only the two that we mean get to see it. */
    sound->recording = recording_file_length_ms(path) > 0 ? Mix_LoadMUS(path) : NULL;
    double seconds = sound->recording ? Mix_MusicDuration(sound->recording) : -1;
    if (seconds > 0 && seconds * 1000 <= RECORDING_LENGTH_MAX_MS && Mix_PlayMusic(sound->recording, 0) == 0) {
        *length_ms = (int64_t)(seconds * 1000);
        return true;
    }
    sound_stop(sound);
    return false;
}

void sound_seek(Sound *sound, int64_t ms)
{
    if (sound->recording) Mix_SetMusicPosition((double)ms / 1000);
}

bool sound_recording_plays(const Sound *sound) { return sound->recording && Mix_PlayingMusic() != 0; }

void sound_stop(Sound *sound)
{
    if (!sound) return;
    Mix_HaltChannel(CLIP_CHANNEL);
    Mix_HaltMusic();
    Mix_FreeMusic(sound->recording);
    sound->recording = NULL;
}

void sound_pause(Sound *sound)
{
    (void)sound;
    Mix_Pause(CLIP_CHANNEL);
    Mix_PauseMusic();
}

void sound_go_on(Sound *sound)
{
    (void)sound;
    Mix_Resume(CLIP_CHANNEL);
    Mix_ResumeMusic();
}

void sound_volume(Sound *sound, int percent)
{
    (void)sound;
    int volume = int_clamp(percent, 0, PERCENT) * MIX_MAX_VOLUME / PERCENT;
    Mix_Volume(CLIP_CHANNEL, volume);
    Mix_VolumeMusic(volume);
}
